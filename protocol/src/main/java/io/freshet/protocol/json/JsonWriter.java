package io.freshet.protocol.json;

import java.util.List;
import java.util.Map;

/// Writes one JSON text without white space, member by member in the order of the calls.
///
/// What it writes [JsonReader] reads: an unpaired surrogate in a string becomes U+FFFD. Commas are
/// its business; balanced brackets and names before values are the caller's.
public final class JsonWriter {

    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private final StringBuilder out;
    private boolean commaDue;

    public JsonWriter() {
        this(256);
    }

    public JsonWriter(int expectedLength) {
        out = new StringBuilder(expectedLength);
    }

    public static String write(JsonValue value) {
        return new JsonWriter().value(value).toString();
    }

    public JsonWriter beginObject() {
        return open('{');
    }

    /// Begins an object that is a member.
    public JsonWriter beginObject(String name) {
        return name(name).beginObject();
    }

    public JsonWriter endObject() {
        return close('}');
    }

    public JsonWriter beginArray() {
        return open('[');
    }

    /// Begins an array that is a member.
    public JsonWriter beginArray(String name) {
        return name(name).beginArray();
    }

    public JsonWriter endArray() {
        return close(']');
    }

    public JsonWriter name(String name) {
        comma();
        quote(name);
        out.append(':');
        commaDue = false;
        return this;
    }

    public JsonWriter member(String name, String value) {
        return name(name).value(value);
    }

    public JsonWriter member(String name, long value) {
        return name(name).value(value);
    }

    public JsonWriter member(String name, boolean value) {
        return name(name).value(value);
    }

    /// A member that is an array of strings.
    public JsonWriter member(String name, List<String> values) {
        beginArray(name);
        for (String value : values) {
            value(value);
        }
        return endArray();
    }

    public JsonWriter value(String value) {
        comma();
        quote(value);
        return this;
    }

    public JsonWriter value(long value) {
        comma();
        out.append(value);
        return this;
    }

    public JsonWriter value(boolean value) {
        comma();
        out.append(value);
        return this;
    }

    public JsonWriter value(JsonValue value) {
        if (value instanceof JsonObject object) {
            beginObject();
            for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
                name(member.getKey()).value(member.getValue());
            }
            return endObject();
        } else if (value instanceof JsonArray array) {
            beginArray();
            for (JsonValue item : array.items()) {
                value(item);
            }
            return endArray();
        } else if (value instanceof JsonString string) {
            return value(string.value());
        } else if (value instanceof JsonInteger integer) {
            return value(integer.value());
        }
        comma();
        if (value instanceof JsonDecimal decimal) {
            out.append(decimal.value());
        } else {
            out.append(((JsonLiteral) value).text());
        }
        return this;
    }

    /// The text so far.
    @Override
    public String toString() {
        return out.toString();
    }

    private JsonWriter open(char bracket) {
        comma();
        out.append(bracket);
        commaDue = false;
        return this;
    }

    private JsonWriter close(char bracket) {
        out.append(bracket);
        commaDue = true;
        return this;
    }

    private void comma() {
        if (commaDue) {
            out.append(',');
        }
        commaDue = true;
    }

    private void quote(String value) {
        out.append('"');
        int length = value.length();
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                escapeControl(c);
            } else if (!Character.isSurrogate(c)) {
                out.append(c);
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < length
                    && Character.isLowSurrogate(value.charAt(i + 1))) {
                out.append(c).append(value.charAt(++i));
            } else {
                out.append('\uFFFD');
            }
        }
        out.append('"');
    }

    private void escapeControl(char c) {
        switch (c) {
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> out.append("\\u00").append(HEX[c >> 4]).append(HEX[c & 15]);
        }
    }
}
