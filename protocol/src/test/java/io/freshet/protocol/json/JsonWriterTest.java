package io.freshet.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonWriterTest {

    private static final JsonReader.Limits LIMITS = new JsonReader.Limits(1 << 20, 16);

    @Test
    void writesMembersInTheOrderOfTheCalls() {
        String text =
                new JsonWriter()
                        .beginObject()
                        .member("z", "text")
                        .member("n", -5)
                        .member("b", true)
                        .member("list", List.of("a", "b"))
                        .beginArray("objects")
                        .beginObject()
                        .endObject()
                        .beginObject()
                        .member("x", 1)
                        .endObject()
                        .endArray()
                        .beginObject("inner")
                        .endObject()
                        .name("decimal")
                        .value(new JsonDecimal(0.5))
                        .name("nothing")
                        .value(JsonLiteral.NULL)
                        .endObject()
                        .toString();

        assertThat(text)
                .isEqualTo(
                        "{\"z\":\"text\",\"n\":-5,\"b\":true,\"list\":[\"a\",\"b\"],"
                                + "\"objects\":[{},{\"x\":1}],\"inner\":{},"
                                + "\"decimal\":0.5,\"nothing\":null}");
    }

    @Test
    void escapesWhatMustBeAndNothingElse() {
        assertThat(JsonWriter.write(new JsonString("\"\\/\b\f\n\r\t\u0001\u001F é好🎬\u007F\u2028")))
                .isEqualTo("\"\\\"\\\\/\\u0008\\u000c\\n\\r\\t\\u0001\\u001f é好🎬\u007F\u2028\"");
    }

    @Test
    void escapesNamesToo() {
        assertThat(new JsonWriter().beginObject().member("a\"b", 1).endObject().toString())
                .isEqualTo("{\"a\\\"b\":1}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\uD83C", "\uDFAC", "\uDFAC\uD83C", "a\uD83C", "\uD83Cb", "\uD83C\uD83C"})
    void makesUnpairedSurrogatesReadable(String text) throws Exception {
        String expected = text.replace('\uD83C', '\uFFFD').replace('\uDFAC', '\uFFFD');

        assertThat(JsonReader.read(JsonWriter.write(new JsonString(text)), LIMITS))
                .isEqualTo(new JsonString(expected));
    }

    @ParameterizedTest
    @MethodSource("io.freshet.protocol.json.JsonReaderTest#values")
    void writesWhatTheReaderReads(String text, JsonValue value) throws Exception {
        assertThat(JsonReader.read(JsonWriter.write(value), LIMITS)).as(text).isEqualTo(value);
    }

    @Test
    void everyCharacterSurvives() throws Exception {
        StringBuilder all = new StringBuilder();
        for (int c = 0; c < 0x10000; c++) {
            if (!Character.isSurrogate((char) c)) {
                all.append((char) c);
            }
        }
        JsonString value = new JsonString(all.appendCodePoint(0x10FFFF).toString());

        assertThat(JsonReader.read(JsonWriter.write(value), LIMITS)).isEqualTo(value);
    }

    @Test
    void hasNoNumbersThatJsonLacks() {
        assertThatThrownBy(() -> new JsonDecimal(Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new JsonDecimal(Double.NEGATIVE_INFINITY))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
