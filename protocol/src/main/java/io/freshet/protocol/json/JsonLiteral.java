package io.freshet.protocol.json;

public enum JsonLiteral implements JsonValue {
    TRUE("true", "a boolean"),
    FALSE("false", "a boolean"),
    NULL("null", "null");

    private final String text;
    private final String description;

    JsonLiteral(String text, String description) {
        this.text = text;
        this.description = description;
    }

    public static JsonLiteral of(boolean value) {
        return value ? TRUE : FALSE;
    }

    String text() {
        return text;
    }

    @Override
    public String describe() {
        return description;
    }
}
