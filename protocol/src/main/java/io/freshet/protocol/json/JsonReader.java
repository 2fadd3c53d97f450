package io.freshet.protocol.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads one JSON text (RFC 8259) of outside origin into a tree.
///
/// Stricter than the RFC demands, so that every reader of the same text sees the same thing (RFC
/// 7493 §2): a name twice in an object, an unpaired surrogate (plain or escaped), and an integer
/// beyond 64 bits or a decimal beyond a double are refused. Depth is bounded by the limits, work
/// and memory by the length of the text.
public final class JsonReader {

    /// Bounds of one text. `maxLength` counts UTF-16 units, `maxDepth` nested arrays and objects.
    public record Limits(int maxLength, int maxDepth) {
        public Limits {
            if (maxLength < 1 || maxDepth < 0) {
                throw new IllegalArgumentException(
                        "maxLength " + maxLength + ", maxDepth " + maxDepth);
            }
        }
    }

    private static final int END = -1;

    private final String text;
    private final int maxDepth;
    private int position;
    private int depth;

    private JsonReader(String text, int maxDepth) {
        this.text = text;
        this.maxDepth = maxDepth;
    }

    /// Reads the whole text; anything but white space after the value is an error.
    public static JsonValue read(String text, Limits limits) throws JsonException {
        if (text.length() > limits.maxLength()) {
            throw new JsonException(
                    "The text is longer than " + limits.maxLength() + " characters",
                    limits.maxLength());
        }
        JsonReader reader = new JsonReader(text, limits.maxDepth());
        reader.skipWhiteSpace();
        JsonValue value = reader.value();
        reader.skipWhiteSpace();
        if (reader.peek() != END) {
            throw reader.problem("Something follows the end of the value");
        }
        return value;
    }

    /// Like [#read], for texts that must be an object.
    public static JsonObject readObject(String text, Limits limits) throws JsonException {
        if (read(text, limits) instanceof JsonObject object) {
            return object;
        }
        throw new JsonException("The text is not a JSON object", 0);
    }

    private JsonValue value() throws JsonException {
        int c = peek();
        return switch (c) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> new JsonString(string());
            case 't' -> literal(JsonLiteral.TRUE);
            case 'f' -> literal(JsonLiteral.FALSE);
            case 'n' -> literal(JsonLiteral.NULL);
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
            case END -> throw problem("The text ends where a value should start");
            default -> throw problem("No value starts");
        };
    }

    private JsonObject object() throws JsonException {
        descend();
        Map<String, JsonValue> members = new LinkedHashMap<>();
        if (!emptyUntil('}')) {
            do {
                skipWhiteSpace();
                int start = position;
                if (peek() != '"') {
                    throw problem("A member's name is missing");
                }
                String name = string();
                skipWhiteSpace();
                if (peek() != ':') {
                    throw problem("A colon is missing");
                }
                position++;
                skipWhiteSpace();
                if (members.put(name, value()) != null) {
                    throw new JsonException("A member's name occurs twice", start);
                }
            } while (another('}'));
        }
        depth--;
        return new JsonObject(members);
    }

    private JsonArray array() throws JsonException {
        descend();
        List<JsonValue> items = new ArrayList<>();
        if (!emptyUntil(']')) {
            do {
                skipWhiteSpace();
                items.add(value());
            } while (another(']'));
        }
        depth--;
        return new JsonArray(items);
    }

    /// Steps over the opening bracket.
    private void descend() throws JsonException {
        if (depth >= maxDepth) {
            throw problem("Values are nested deeper than " + maxDepth);
        }
        depth++;
        position++;
    }

    private boolean emptyUntil(char closing) {
        skipWhiteSpace();
        if (peek() == closing) {
            position++;
            return true;
        }
        return false;
    }

    /// After an element: true behind a comma, false behind the closing bracket.
    private boolean another(char closing) throws JsonException {
        skipWhiteSpace();
        int c = peek();
        if (c != ',' && c != closing) {
            throw problem("A comma or '" + closing + "' is missing");
        }
        position++;
        return c == ',';
    }

    private JsonLiteral literal(JsonLiteral literal) throws JsonException {
        if (!text.startsWith(literal.text(), position)) {
            throw problem("No value starts");
        }
        position += literal.text().length();
        return literal;
    }

    private String string() throws JsonException {
        int start = ++position;
        while (isPlain(peek())) {
            position++;
        }
        if (peek() == '"') {
            return text.substring(start, position++); // the usual case: nothing to unescape
        }
        StringBuilder out = new StringBuilder(text.substring(start, position));
        while (true) {
            int c = peek();
            if (c == '"') {
                position++;
                return out.toString();
            } else if (c == '\\') {
                escape(out);
            } else if (c == END) {
                throw problem("The text ends inside a string");
            } else if (c < ' ') {
                throw problem("A control character stands unescaped in a string");
            } else if (Character.isSurrogate((char) c)) {
                surrogatePair(out);
            } else {
                out.append((char) c);
                position++;
            }
        }
    }

    private static boolean isPlain(int c) {
        return c >= ' ' && c != '"' && c != '\\' && !Character.isSurrogate((char) c);
    }

    private void surrogatePair(StringBuilder out) throws JsonException {
        char high = text.charAt(position);
        if (!Character.isHighSurrogate(high)
                || position + 1 >= text.length()
                || !Character.isLowSurrogate(text.charAt(position + 1))) {
            throw problem("A string holds half a surrogate pair");
        }
        out.append(high).append(text.charAt(position + 1));
        position += 2;
    }

    private void escape(StringBuilder out) throws JsonException {
        int start = position++;
        int c = peek();
        position++;
        switch (c) {
            case '"', '\\', '/' -> out.append((char) c);
            case 'b' -> out.append('\b');
            case 'f' -> out.append('\f');
            case 'n' -> out.append('\n');
            case 'r' -> out.append('\r');
            case 't' -> out.append('\t');
            case 'u' -> unicodeEscape(out, start);
            default -> throw new JsonException("An escape is none that JSON knows", start);
        }
    }

    private void unicodeEscape(StringBuilder out, int start) throws JsonException {
        char first = hexUnit(start);
        out.append(first);
        if (!Character.isSurrogate(first)) {
            return;
        }
        if (Character.isHighSurrogate(first) && text.startsWith("\\u", position)) {
            position += 2;
            char second = hexUnit(start);
            if (Character.isLowSurrogate(second)) {
                out.append(second);
                return;
            }
        }
        throw new JsonException("A string holds half a surrogate pair", start);
    }

    private char hexUnit(int start) throws JsonException {
        int unit = 0;
        for (int i = 0; i < 4; i++) {
            // Not Character.digit alone: it takes digits of every script.
            int c = peek();
            int digit = c < 0x80 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                throw new JsonException("An escape is none that JSON knows", start);
            }
            unit = unit << 4 | digit;
            position++;
        }
        return (char) unit;
    }

    private JsonValue number() throws JsonException {
        int start = position;
        boolean integer = true;
        if (peek() == '-') {
            position++;
        }
        if (peek() == '0') {
            position++;
        } else {
            digits();
        }
        if (peek() == '.') {
            integer = false;
            position++;
            digits();
        }
        if (peek() == 'e' || peek() == 'E') {
            integer = false;
            position++;
            if (peek() == '+' || peek() == '-') {
                position++;
            }
            digits();
        }
        String number = text.substring(start, position);
        try {
            if (integer) {
                return new JsonInteger(Long.parseLong(number));
            }
        } catch (NumberFormatException e) {
            throw new JsonException("A number is beyond 64 bits", start);
        }
        double value = Double.parseDouble(number);
        if (Double.isInfinite(value)) {
            throw new JsonException("A number is beyond a double", start);
        }
        return new JsonDecimal(value);
    }

    private void digits() throws JsonException {
        int start = position;
        while (peek() >= '0' && peek() <= '9') {
            position++;
        }
        if (position == start) {
            throw problem("A digit is missing");
        }
    }

    private void skipWhiteSpace() {
        int c = peek();
        while (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
            position++;
            c = peek();
        }
    }

    private int peek() {
        return position < text.length() ? text.charAt(position) : END;
    }

    private JsonException problem(String problem) {
        return new JsonException(problem, position);
    }
}
