package io.freshet.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

class JsonReaderFuzzTest {

    private static final JsonReader.Limits LIMITS = new JsonReader.Limits(10_000, 16);

    /// Whatever comes is refused or read, and what was read can be written and read again.
    @FuzzTest
    void readsOrRefuses(byte[] data) throws Exception {
        // Single bytes and UTF-16 units: the latter also makes unpaired surrogates.
        check(new String(data, StandardCharsets.UTF_8));
        check(new String(data, StandardCharsets.UTF_16BE));
    }

    private static void check(String text) throws Exception {
        JsonValue value;
        try {
            value = JsonReader.read(text, LIMITS);
        } catch (JsonException e) {
            assertThat(e.position()).isBetween(0, text.length());
            return;
        }
        JsonReader.Limits generous = new JsonReader.Limits(100_000, 16);
        assertThat(JsonReader.read(JsonWriter.write(value), generous)).isEqualTo(value);
    }
}
