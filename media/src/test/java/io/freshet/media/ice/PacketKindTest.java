package io.freshet.media.ice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PacketKindTest {
    @ParameterizedTest
    @CsvSource({
        "0, STUN", "3, STUN", "4, OTHER", "16, OTHER", "19, OTHER", "20, DTLS", "63, DTLS",
        "64, OTHER", "79, OTHER", "127, OTHER", "128, SRTP", "191, SRTP", "192, OTHER", "255, OTHER"
    })
    void firstByteDecides(int first, PacketKind kind) {
        ByteBuffer datagram = ByteBuffer.wrap(new byte[] {99, (byte) first, 0});
        assertThat(PacketKind.of(datagram, 1, 2)).isEqualTo(kind);
    }

    @Test
    void emptyDatagramIsNothing() {
        assertThat(PacketKind.of(ByteBuffer.allocate(0), 0, 0)).isEqualTo(PacketKind.OTHER);
    }

    @ParameterizedTest
    @CsvSource({
        "191, false",
        "192, true",
        "200, true",
        "207, true",
        "223, true",
        "224, false",
        "96, false",
        "111, false"
    })
    void secondByteTellsRtcp(int second, boolean rtcp) {
        ByteBuffer datagram = ByteBuffer.wrap(new byte[] {(byte) 0x80, (byte) second});
        assertThat(PacketKind.isRtcp(datagram, 0, 2)).isEqualTo(rtcp);
        assertThat(PacketKind.isRtcp(datagram, 0, 1)).isFalse();
    }
}
