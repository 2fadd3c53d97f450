package io.freshet.protocol.json;

/// A number written with a fraction or an exponent, `1.0` included; always finite.
public record JsonDecimal(double value) implements JsonValue {

    public JsonDecimal {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("JSON has no number " + value);
        }
    }

    @Override
    public String describe() {
        return "a decimal number";
    }
}
