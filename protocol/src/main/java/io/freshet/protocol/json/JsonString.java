package io.freshet.protocol.json;

/// A string; one that was read never holds an unpaired surrogate.
public record JsonString(String value) implements JsonValue {

    @Override
    public String describe() {
        return "a string";
    }
}
