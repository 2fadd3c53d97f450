package io.freshet.protocol.json;

/// A number written without fraction and exponent; those that do not fit are refused when read.
public record JsonInteger(long value) implements JsonValue {

    @Override
    public String describe() {
        return "an integer";
    }
}
