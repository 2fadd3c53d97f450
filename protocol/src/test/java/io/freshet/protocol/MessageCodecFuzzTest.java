package io.freshet.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.freshet.protocol.message.ClientMessage;
import io.freshet.protocol.message.ServerMessage;
import java.nio.charset.StandardCharsets;

class MessageCodecFuzzTest {

    /// Whatever comes is refused with a code and a sentence, or survives writing and reading.
    @FuzzTest
    void decodesOrRefuses(byte[] data) throws Exception {
        String text = new String(data, StandardCharsets.UTF_8);
        try {
            ClientMessage message = MessageCodec.decodeClient(text);
            assertThat(MessageCodec.decodeClient(MessageCodec.encode(message))).isEqualTo(message);
        } catch (MalformedMessageException e) {
            check(e);
        }
        try {
            ServerMessage message = MessageCodec.decodeServer(text);
            assertThat(MessageCodec.decodeServer(MessageCodec.encode(message))).isEqualTo(message);
        } catch (MalformedMessageException e) {
            check(e);
        }
    }

    private static void check(MalformedMessageException refusal) {
        assertThat(refusal.code().isSuccess()).isFalse();
        assertThat(refusal).hasMessageEndingWith(".");
        assertThat(refusal.requestId()).isBetween(0L, Limits.COUNT_MAX);
    }
}
