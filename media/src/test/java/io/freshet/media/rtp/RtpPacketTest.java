package io.freshet.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RtpPacketTest {
    private final RtpPacket packet = new RtpPacket();

    private boolean read(String hex) {
        ByteBuffer buffer = Hex.parse(hex);
        return packet.tryRead(buffer, 0, buffer.limit());
    }

    @Test
    void readsTheFixedHeader() {
        assertThat(read("80 e0 fffe 01020304 a0b0c0d0 99 98")).isTrue();
        assertThat(packet.marker()).isTrue();
        assertThat(packet.payloadType()).isEqualTo(96);
        assertThat(packet.wireSeqNo()).isEqualTo(65534);
        assertThat(packet.wireTimestamp()).isEqualTo(0x01020304);
        assertThat(packet.ssrc()).isEqualTo(0xa0b0c0d0);
        assertThat(packet.payloadOffset()).isEqualTo(12);
        assertThat(packet.payloadLength()).isEqualTo(2);
        assertThat(packet.extensionCount()).isZero();
    }

    @Test
    void skipsContributingSources() {
        assertThat(read("82 60 0001 00000000 00000001 11111111 22222222 55")).isTrue();
        assertThat(packet.payloadOffset()).isEqualTo(20);
        assertThat(packet.payloadLength()).isEqualTo(1);
    }

    @Test
    void readsOneByteExtensionsAndTheirPadding() {
        // id 1 with 2 bytes, a padding byte, id 3 with 1 byte, padding to the word
        assertThat(read("90 60 0001 00000000 00000001 bede0002 11abcd 00 30ff 0000 77")).isTrue();
        assertThat(packet.extensionCount()).isEqualTo(2);
        assertThat(packet.extensionId(0)).isEqualTo(1);
        assertThat(packet.extensionLength(0)).isEqualTo(2);
        assertThat(packet.buffer().getShort(packet.extensionOffset(0))).isEqualTo((short) 0xabcd);
        assertThat(packet.findExtension(3)).isEqualTo(1);
        assertThat(packet.extensionLength(1)).isEqualTo(1);
        assertThat(packet.findExtension(2)).isEqualTo(-1);
        assertThat(packet.payloadLength()).isEqualTo(1);
    }

    @Test
    void stopsOneByteExtensionsAtIdFifteen() {
        assertThat(read("90 60 0001 00000000 00000001 bede0002 10aa f0bb 20cc 0000")).isTrue();
        assertThat(packet.extensionCount()).isEqualTo(1);
    }

    @Test
    void readsTwoByteExtensionsOfAnyLengthZeroIncluded() {
        assertThat(read("90 60 0001 00000000 00000001 10000002 0100 2a03 010203 00")).isTrue();
        assertThat(packet.extensionCount()).isEqualTo(2);
        assertThat(packet.extensionLength(0)).isZero();
        assertThat(packet.extensionId(1)).isEqualTo(42);
        assertThat(packet.extensionLength(1)).isEqualTo(3);
    }

    @Test
    void ignoresAnExtensionBlockOfAnotherProfile() {
        assertThat(read("90 60 0001 00000000 00000001 abcd0001 ffffffff 01")).isTrue();
        assertThat(packet.extensionCount()).isZero();
        assertThat(packet.payloadLength()).isEqualTo(1);
    }

    @Test
    void takesPaddingOffThePayload() {
        assertThat(read("a0 60 0001 00000000 00000001 1122 000003")).isTrue();
        assertThat(packet.payloadLength()).isEqualTo(2);
        assertThat(packet.paddingLength()).isEqualTo(3);
    }

    @Test
    void readsAPacketThatIsNothingButPadding() {
        assertThat(read("a0 60 0001 00000000 00000001 000003")).isTrue();
        assertThat(packet.payloadLength()).isZero();
    }

    @Test
    void readsMoreExtensionsThanItKeeps() {
        String elements = "1011".repeat(20);
        assertThat(read("90 60 0001 00000000 00000001 bede000a" + elements)).isTrue();
        assertThat(packet.extensionCount()).isEqualTo(RtpPacket.MAX_EXTENSIONS);
    }

    @Test
    void putsTheOriginalBackInPlaceOfARetransmission() {
        assertThat(read("80 61 0007 00000bb8 0000002a fffe 0102")).isTrue();
        assertThat(packet.tryUnwrapRetransmission(0x1234, 96)).isTrue();
        assertThat(packet.wireSeqNo()).isEqualTo(65534);
        assertThat(packet.ssrc()).isEqualTo(0x1234);
        assertThat(packet.payloadType()).isEqualTo(96);
        assertThat(packet.payloadOffset()).isEqualTo(14);
        assertThat(packet.payloadLength()).isEqualTo(2);
    }

    @Test
    void findsNoOriginalInAProbe() {
        assertThat(read("a0 61 0007 00000bb8 0000002a 000003")).isTrue();
        assertThat(packet.tryUnwrapRetransmission(0x1234, 96)).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "shorter than the header, 80600001000000000000",
        "version 1, 406000010000000000000001",
        "sources beyond the end, 816000010000000000000001",
        "extension header beyond the end, 906000010000000000000001bede",
        "extension block beyond the end, 906000010000000000000001bede000111",
        "one-byte element beyond its block, 906000010000000000000001bede00011f000000",
        "two-byte element beyond its block, 90600001000000000000000110000001010f0000",
        "two-byte element without length, 90600001000000000000000110000001010100ff",
        "padding count of zero, a0600001000000000000000100",
        "padding longer than the payload, a060000100000000000000010003",
        "padding bit without any byte, a06000010000000000000001"
    })
    void refuses(String what, String hex) {
        assertThat(read(hex)).as(what).isFalse();
    }
}
