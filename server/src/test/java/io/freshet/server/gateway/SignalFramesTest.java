package io.freshet.server.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshet.protocol.message.DeviceState;
import io.freshet.protocol.message.RoomStream;
import io.freshet.protocol.message.RoomUser;
import io.freshet.protocol.message.ServerMessage;
import io.freshet.server.control.SharedPage;
import io.freshet.server.control.SharedPart;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignalFramesTest {
    private static final int FIXED = "{\"type\":\"streamPlayable\",\"streamId\":\"\"}".length();

    @ParameterizedTest
    @CsvSource({
        "125, 817d",
        "126, 817e007e",
        "65535, 817effff",
        "65536, 817f0000000000010000",
        "70000, 817f0000000000011170"
    })
    void sayTheLength(int length, String head) {
        byte[] frame =
                SignalFrames.of(new ServerMessage.StreamPlayable("s".repeat(length - FIXED)));

        assertThat(HexFormat.of().formatHex(frame, 0, head.length() / 2)).isEqualTo(head);
        assertThat(frame).hasSize(length + head.length() / 2);
        assertThat(new String(frame, StandardCharsets.UTF_8)).endsWith("ss\"}");
    }

    @Test
    void ofAPageAreThoseOfItsWholeMessage() {
        var user = new RoomUser("alice", "Alice \u00e4\"");
        var stream = new RoomStream("s", user, "info", DeviceState.OPEN, DeviceState.MUTE);
        for (var part :
                List.of(
                        new SharedPart(List.of(user, user), List.of(stream)),
                        new SharedPart(List.of(), List.of()))) {
            var page = new SharedPage("room \"1\"", 7, part, true);
            assertThat(SignalFrames.of(page)).isEqualTo(SignalFrames.of(page.message()));
            var last = new SharedPage("room", 7, part, false);
            assertThat(SignalFrames.of(last)).isEqualTo(SignalFrames.of(last.message()));
        }
    }

    @Test
    void encodeWhatManyGetOnce() {
        var part = new SharedPart(List.of(new RoomUser("alice", "Alice")), List.of());
        SignalFrames.of(new SharedPage("room", 1, part, true));
        byte[] encoded = part.encoded(_ -> new byte[0]);

        SignalFrames.of(new SharedPage("room", 2, part, false));

        assertThat(encoded).isNotEmpty();
        assertThat(part.encoded(_ -> new byte[0])).isSameAs(encoded);
    }

    @Test
    void joinInOrder() {
        byte[] one = SignalFrames.of(new ServerMessage.StreamPlayable("one"));
        byte[] two = SignalFrames.of(new ServerMessage.StreamPlayable("two"));
        byte[] both = SignalFrames.joined(List.of(one, two));

        assertThat(Arrays.copyOf(both, one.length)).isEqualTo(one);
        assertThat(Arrays.copyOfRange(both, one.length, both.length)).isEqualTo(two);
    }
}
