package io.freshet.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JsonReaderTest {

    private static final JsonReader.Limits LIMITS = new JsonReader.Limits(1_000, 8);

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of("null", JsonLiteral.NULL),
                Arguments.of("true", JsonLiteral.TRUE),
                Arguments.of(" \t\r\nfalse \t\r\n", JsonLiteral.FALSE),
                Arguments.of("0", integer(0)),
                Arguments.of("-0", integer(0)),
                Arguments.of("-17", integer(-17)),
                Arguments.of("9223372036854775807", integer(Long.MAX_VALUE)),
                Arguments.of("-9223372036854775808", integer(Long.MIN_VALUE)),
                Arguments.of("1.0", new JsonDecimal(1)),
                Arguments.of("-0.0", new JsonDecimal(-0.0)),
                Arguments.of("1e3", new JsonDecimal(1000)),
                Arguments.of("1E+3", new JsonDecimal(1000)),
                Arguments.of("12.5e-1", new JsonDecimal(1.25)),
                Arguments.of("0e0", new JsonDecimal(0)),
                Arguments.of("1e-999", new JsonDecimal(0)),
                Arguments.of("1.7976931348623157e308", new JsonDecimal(Double.MAX_VALUE)),
                Arguments.of("\"\"", string("")),
                Arguments.of("\"a/b\"", string("a/b")),
                Arguments.of("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", string("\"\\/\b\f\n\r\t")),
                Arguments.of("\"x\\u0041\\u00e9\\u00E9\\u0000\"", string("xAéé\0")),
                Arguments.of("\"\\ud83c\\udfac\"", string("🎬")),
                Arguments.of("\"🎬 é 好\u007F\u2028\"", string("🎬 é 好\u007F\u2028")),
                Arguments.of("[]", array()),
                Arguments.of("[ ]", array()),
                Arguments.of("[1 , [] , \"a\"]", array(integer(1), array(), string("a"))),
                Arguments.of("{}", object(Map.of())),
                Arguments.of("{ }", object(Map.of())),
                Arguments.of(
                        "{\"a\" : {\"\" : null} , \"b\":[true]}",
                        object(
                                Map.of(
                                        "a",
                                        object(Map.of("", JsonLiteral.NULL)),
                                        "b",
                                        array(JsonLiteral.TRUE)))));
    }

    @ParameterizedTest
    @MethodSource("values")
    void readsEveryKindOfValue(String text, JsonValue value) throws Exception {
        assertThat(JsonReader.read(text, LIMITS)).isEqualTo(value);
    }

    static Stream<Arguments> problems() {
        return Stream.of(
                Arguments.of("", 0, "ends where a value should start"),
                Arguments.of("  ", 2, "ends where a value should start"),
                Arguments.of("nul", 0, "No value starts"),
                Arguments.of("True", 0, "No value starts"),
                Arguments.of("nulll", 4, "follows the end"),
                Arguments.of("1 2", 2, "follows the end"),
                Arguments.of("{}}", 2, "follows the end"),
                Arguments.of("'a'", 0, "No value starts"),
                Arguments.of("/* */1", 0, "No value starts"),
                Arguments.of("\uFEFF1", 0, "No value starts"),
                Arguments.of("\u00A01", 0, "No value starts"),
                Arguments.of("NaN", 0, "No value starts"),
                Arguments.of("+1", 0, "No value starts"),
                Arguments.of(".5", 0, "No value starts"),
                Arguments.of("-", 1, "digit is missing"),
                Arguments.of("-a", 1, "digit is missing"),
                Arguments.of("01", 1, "follows the end"),
                Arguments.of("-01", 2, "follows the end"),
                Arguments.of("1.", 2, "digit is missing"),
                Arguments.of("1.e1", 2, "digit is missing"),
                Arguments.of("1e", 2, "digit is missing"),
                Arguments.of("1e+", 3, "digit is missing"),
                Arguments.of("0x10", 1, "follows the end"),
                Arguments.of("٣", 0, "No value starts"),
                Arguments.of("9223372036854775808", 0, "beyond 64 bits"),
                Arguments.of(" -9223372036854775809", 1, "beyond 64 bits"),
                Arguments.of("1e309", 0, "beyond a double"),
                Arguments.of("[-1e999]", 1, "beyond a double"),
                Arguments.of("[", 1, "ends where a value should start"),
                Arguments.of("[1", 2, "comma or ']' is missing"),
                Arguments.of("[1,", 3, "ends where a value should start"),
                Arguments.of("[1,]", 3, "No value starts"),
                Arguments.of("[,1]", 1, "No value starts"),
                Arguments.of("[1 2]", 3, "comma or ']' is missing"),
                Arguments.of("[1}", 2, "comma or ']' is missing"),
                Arguments.of("{", 1, "name is missing"),
                Arguments.of("{a:1}", 1, "name is missing"),
                Arguments.of("{\"a\"", 4, "colon is missing"),
                Arguments.of("{\"a\" 1}", 5, "colon is missing"),
                Arguments.of("{\"a\":", 5, "ends where a value should start"),
                Arguments.of("{\"a\":1", 6, "comma or '}' is missing"),
                Arguments.of("{\"a\":1,}", 7, "name is missing"),
                Arguments.of("{\"a\":1]", 6, "comma or '}' is missing"),
                Arguments.of("{\"a\":1,\"a\":1}", 7, "occurs twice"),
                Arguments.of("{\"a\":1, \"\\u0061\":null}", 8, "occurs twice"),
                Arguments.of("\"", 1, "ends inside a string"),
                Arguments.of("\"abc", 4, "ends inside a string"),
                Arguments.of("\"a\\\"", 4, "ends inside a string"),
                Arguments.of("\"a\nb\"", 2, "control character"),
                Arguments.of("\"a\0\"", 2, "control character"),
                Arguments.of("\"\\\n\"", 1, "none that JSON knows"),
                Arguments.of("\"\\", 1, "none that JSON knows"),
                Arguments.of("\"\\x41\"", 1, "none that JSON knows"),
                Arguments.of("\"\\u12\"", 1, "none that JSON knows"),
                Arguments.of("\"\\u12", 1, "none that JSON knows"),
                Arguments.of("\"\\u12g4\"", 1, "none that JSON knows"),
                Arguments.of("\"\\u٣٣٣٣\"", 1, "none that JSON knows"),
                Arguments.of("\"\\ud83c\"", 1, "half a surrogate pair"),
                Arguments.of("\"\\ud83c\\u0041\"", 1, "half a surrogate pair"),
                Arguments.of("\"\\ud83c\uDFAC\"", 1, "half a surrogate pair"),
                Arguments.of("\"\\udfac\\ud83c\"", 1, "half a surrogate pair"),
                Arguments.of("\"a\uD83C\"", 2, "half a surrogate pair"),
                Arguments.of("\"a\uD83C", 2, "half a surrogate pair"),
                Arguments.of("\"\uDFAC\uD83C\"", 1, "half a surrogate pair"));
    }

    @ParameterizedTest
    @MethodSource("problems")
    void saysWhereAndWhatIsWrong(String text, int position, String problem) {
        JsonException refusal =
                catchThrowableOfType(JsonException.class, () -> JsonReader.read(text, LIMITS));

        assertThat(refusal)
                .hasMessageContaining(problem)
                .hasMessageEndingWith("at character " + position + ".");
        assertThat(refusal.position()).isEqualTo(position);
    }

    @Test
    void neverRepeatsTheText() {
        assertThatThrownBy(() -> JsonReader.read("{\"secret\":1,\"secret\":2}", LIMITS))
                .hasMessageNotContaining("secret");
    }

    @Test
    void boundsTheLength() throws Exception {
        JsonReader.Limits limits = new JsonReader.Limits(5, 0);

        assertThat(JsonReader.read("12345", limits)).isEqualTo(integer(12345));
        assertThatThrownBy(() -> JsonReader.read("12345 ", limits))
                .isInstanceOf(JsonException.class)
                .hasMessageContaining("longer than 5 characters");
    }

    @Test
    void boundsTheDepthOfArraysAndObjectsTogether() throws Exception {
        assertThat(JsonReader.read("[{\"a\":[[]]}]", new JsonReader.Limits(100, 4)))
                .isInstanceOf(JsonArray.class);
        assertThatThrownBy(() -> JsonReader.read("[{\"a\":[[]]}]", new JsonReader.Limits(100, 3)))
                .isInstanceOf(JsonException.class)
                .hasMessageContaining("nested deeper than 3 at character 7");
    }

    @Test
    void countsDepthNotBrackets() throws Exception {
        assertThat(JsonReader.read("[[],[],[],{},{}]", new JsonReader.Limits(100, 2)))
                .isEqualTo(array(array(), array(), array(), object(Map.of()), object(Map.of())));
    }

    @Test
    void survivesTheDeepestNestingALongTextCanHave() {
        String text = "[".repeat(1_000_000);

        assertThatThrownBy(() -> JsonReader.read(text, new JsonReader.Limits(2_000_000, 64)))
                .isInstanceOf(JsonException.class);
    }

    @Test
    void keepsMembersInTheOrderOfTheText() throws Exception {
        JsonObject object = JsonReader.readObject("{\"z\":1,\"a\":2,\"m\":3}", LIMITS);

        assertThat(object.members().keySet()).containsExactly("z", "a", "m");
    }

    @Test
    void takesAbsentMembersAndNullForTheSame() throws Exception {
        JsonObject object = JsonReader.readObject("{\"a\":null,\"b\":false}", LIMITS);

        assertThat(object.has("a")).isFalse();
        assertThat(object.has("c")).isFalse();
        assertThat(object.at("a")).isEqualTo(object.at("c")).isEqualTo(JsonLiteral.NULL);
        assertThat(object.has("b")).isTrue();
    }

    @Test
    void wantsAnObjectWhereOneIsWanted() {
        assertThatThrownBy(() -> JsonReader.readObject("[{}]", LIMITS))
                .isInstanceOf(JsonException.class)
                .hasMessageContaining("not a JSON object");
    }

    @Test
    void refusesLimitsThatAreNone() {
        assertThatThrownBy(() -> new JsonReader.Limits(0, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new JsonReader.Limits(1, -1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static JsonInteger integer(long value) {
        return new JsonInteger(value);
    }

    private static JsonString string(String value) {
        return new JsonString(value);
    }

    private static JsonArray array(JsonValue... items) {
        return new JsonArray(List.of(items));
    }

    private static JsonObject object(Map<String, JsonValue> members) {
        return new JsonObject(members);
    }
}
