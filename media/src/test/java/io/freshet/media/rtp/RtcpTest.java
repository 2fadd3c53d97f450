package io.freshet.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RtcpTest {
    private final RtcpReader reader = new RtcpReader();
    private final RtcpWriter writer = new RtcpWriter();

    private void read(String hex) {
        ByteBuffer buffer = Hex.parse(hex);
        reader.wrap(buffer, 0, buffer.limit());
    }

    private String written() {
        return Hex.format(writer.buffer(), 0, writer.length());
    }

    private static String hex(String text) {
        return text.replaceAll("\\s", "");
    }

    @Test
    void writesAndReadsASenderReport() {
        writer.writeSenderReport(0x11223344, 0x0102030405060708L, 0xA0B0C0D0, 7, 9000);
        assertThat(written())
                .isEqualTo(hex("80c80006 11223344 0102030405060708 a0b0c0d0 00000007 00002328"));
        read(written());
        assertThat(reader.next()).isTrue();
        assertThat(reader.type()).isEqualTo(RtcpReader.SENDER_REPORT);
        assertThat(reader.senderSsrc()).isEqualTo(0x11223344);
        assertThat(reader.srNtp()).isEqualTo(0x0102030405060708L);
        assertThat(reader.srRtpTimestamp()).isEqualTo(0xA0B0C0D0);
        assertThat(reader.srPacketCount()).isEqualTo(7);
        assertThat(reader.srOctetCount()).isEqualTo(9000);
        assertThat(reader.next()).isFalse();
        assertThat(reader.isMalformed()).isFalse();
    }

    @Test
    void writesAndReadsReportBlocks() {
        writer.writeReceiverReport(1);
        writer.addReportBlock(0x0A, 25, -2, 0x10005, 33, 0x12345678, 65536);
        writer.addReportBlock(0x0B, 0, 70_000, 6, 0, 0, 0);
        assertThat(written())
                .isEqualTo(
                        hex(
                                """
                                82c9000d 00000001
                                0000000a 19fffffe 00010005 00000021 12345678 00010000
                                0000000b 00011170 00000006 00000000 00000000 00000000\
                                """));
        read(written());
        assertThat(reader.next()).isTrue();
        assertThat(reader.count()).isEqualTo(2);
        assertThat(reader.reportSsrc(0)).isEqualTo(0x0A);
        assertThat(reader.reportFractionLost(0)).isEqualTo(25);
        assertThat(reader.reportCumulativeLost(0)).isEqualTo(-2);
        assertThat(reader.reportHighestSeqNo(0)).isEqualTo(0x10005);
        assertThat(reader.reportJitter(0)).isEqualTo(33);
        assertThat(reader.reportLastSr(0)).isEqualTo(0x12345678);
        assertThat(reader.reportDelaySinceLastSr(0)).isEqualTo(65536);
        assertThat(reader.reportCumulativeLost(1)).isEqualTo(70_000);
    }

    @Test
    void readsReportBlocksBehindSenderInformation() {
        read(
                """
                81c8000c 00000001 0000000000000000 00000000 00000000 00000000
                0000000a 19fffffe 00010005 00000021 12345678 00010000\
                """);
        assertThat(reader.next()).isTrue();
        assertThat(reader.reportSsrc(0)).isEqualTo(0x0A);
        assertThat(reader.reportLastSr(0)).isEqualTo(0x12345678);
    }

    @ParameterizedTest
    @CsvSource({"abc, 616263 0000 00", "abcd, 61626364 0000", "a, 61 00"})
    void endsACnameWithAtLeastOneZero(String name, String tail) {
        writer.writeCname(5, name.getBytes(StandardCharsets.US_ASCII));
        String body = hex("00000005 01 0%d".formatted(name.length())) + hex(tail);
        int words = body.length() / 8;
        assertThat(written()).isEqualTo(hex("81ca000%d".formatted(words)) + body);
    }

    @Test
    void writesFeedback() {
        writer.writePli(1, 2);
        writer.writeFir(1, 2, 200);
        writer.writeNack(1, 2);
        writer.addNackEntry(65535, 0x8001);
        writer.addNackEntry(20, 0);
        writer.writeBye(9);
        assertThat(written())
                .isEqualTo(
                        hex(
                                """
                                81ce0002 00000001 00000002
                                84ce0004 00000001 00000000 00000002 c8000000
                                81cd0004 00000001 00000002 ffff8001 00140000
                                81cb0001 00000009\
                                """));
        read(written());
        assertThat(reader.next()).isTrue();
        assertThat(reader.isFeedback(RtcpReader.PAYLOAD_FEEDBACK, RtcpReader.PLI)).isTrue();
        assertThat(reader.mediaSsrc()).isEqualTo(2);
        assertThat(reader.next()).isTrue();
        assertThat(reader.isFeedback(RtcpReader.PAYLOAD_FEEDBACK, RtcpReader.FIR)).isTrue();
        assertThat(reader.firCount()).isEqualTo(1);
        assertThat(reader.firSsrc(0)).isEqualTo(2);
        assertThat(reader.firSeqNo(0)).isEqualTo(200);
        assertThat(reader.next()).isTrue();
        assertThat(reader.isFeedback(RtcpReader.TRANSPORT_FEEDBACK, RtcpReader.NACK)).isTrue();
        assertThat(reader.nackCount()).isEqualTo(2);
        assertThat(reader.nackPacketId(0)).isEqualTo(65535);
        assertThat(reader.nackBitmask(0)).isEqualTo(0x8001);
        assertThat(reader.nackPacketId(1)).isEqualTo(20);
        assertThat(reader.next()).isTrue();
        assertThat(reader.type()).isEqualTo(RtcpReader.GOODBYE);
        assertThat(reader.byeSsrc(0)).isEqualTo(9);
        assertThat(reader.next()).isFalse();
    }

    @Test
    void readsTheBitrateOfARemb() {
        // exponent 2, mantissa 0x3fff: 65532 bit/s
        read("8fce0005 00000001 00000000 52454d42 01083fff 00000002");
        assertThat(reader.next()).isTrue();
        assertThat(reader.rembBps()).isEqualTo(0x3fffL << 2);
    }

    @Test
    void takesOtherApplicationFeedbackForNoRemb() {
        read("8fce0004 00000001 00000000 41414141 01083fff");
        assertThat(reader.next()).isTrue();
        assertThat(reader.rembBps()).isEqualTo(-1);
    }

    @Test
    void leavesPaddingOut() {
        read("a1cd0004 00000001 00000002 00050000 00000004");
        assertThat(reader.next()).isTrue();
        assertThat(reader.nackCount()).isEqualTo(1);
    }

    @Test
    void skipsTypesItDoesNotKnow() {
        read("80cf0001 00000001 81cb0001 00000009");
        assertThat(reader.next()).isTrue();
        assertThat(reader.type()).isEqualTo(207);
        assertThat(reader.next()).isTrue();
        assertThat(reader.byeSsrc(0)).isEqualTo(9);
    }

    @Test
    void looksAtABoundedNumberOfPackets() {
        read("80cb0000".repeat(100));
        int packets = 0;
        while (reader.next()) {
            packets++;
        }
        assertThat(packets).isEqualTo(RtcpReader.MAX_PACKETS);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "empty, ''",
        "shorter than a header, 80c9",
        "version 1, 40c9000100000001",
        "longer than the datagram, 80c9000200000001",
        "report count beyond the packet, 81c9000100000001",
        "sender information missing, 80c8000100000001",
        "BYE count beyond the packet, 82cb000100000001",
        "feedback without media SSRC, 81cd000100000001",
        "padding of zero, a0c900010000000100",
        "padding beyond the packet, a0c90001000000ff",
        "rest behind the last packet, 80c900010000000180"
    })
    void endsAsMalformed(String what, String hex) {
        read(hex);
        int packets = 0;
        while (reader.next()) {
            packets++;
        }
        assertThat(reader.isMalformed()).as(what).isTrue();
        assertThat(packets).isLessThanOrEqualTo(1);
    }

    @Test
    void refusesWhatDoesNotFit() {
        writer.writeNack(1, 2);
        int entries = 0;
        while (writer.addNackEntry(entries, 0)) {
            entries++;
        }
        assertThat(writer.length()).isEqualTo(RtcpWriter.MAX_BYTES);
        assertThat(entries).isEqualTo((RtcpWriter.MAX_BYTES - 12) / 4);
        assertThat(writer.writePli(1, 2)).isFalse();
        assertThat(writer.writeSenderReport(1, 2, 3, 4, 5)).isFalse();
        read(written());
        assertThat(reader.next()).isTrue();
        assertThat(reader.nackCount()).isEqualTo(entries);
    }
}
