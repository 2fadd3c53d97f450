package io.freshet.media.receive;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshet.media.rtp.Hex;
import io.freshet.media.rtp.RtcpReader;
import io.freshet.media.rtp.RtcpWriter;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransportFeedbackGeneratorTest {
    private static final long MS = 1_000_000L;
    private static final long TICK = 250_000L;

    private final TransportFeedbackGenerator generator = new TransportFeedbackGenerator(50 * MS);
    private final RtcpWriter writer = new RtcpWriter();

    private String write() {
        writer.clear();
        assertThat(generator.write(writer, 0x11111111, 0x22222222)).isTrue();
        return Hex.format(writer.buffer(), 0, writer.length());
    }

    private static String hex(String text) {
        return text.replaceAll("\\s", "");
    }

    @Test
    void writesARunOfReceivedPackets() {
        for (int i = 0; i < 3; i++) {
            generator.onPacket(10 + i, 64 * MS + i * MS); // 64 ms: one unit of reference time
        }
        // base 10, 3 packets, reference 1, feedback 0; run of 3 small; deltas 0, 4, 4 ticks
        assertThat(write())
                .isEqualTo(hex("8fcd0006 11111111 22222222 000a0003 00000100 2003 000404 000000"));
    }

    @Test
    void writesLossesAsAOneBitVector() {
        for (int seqNo : new int[] {100, 102, 103}) {
            generator.onPacket(seqNo, 10 * MS);
        }
        // symbols 1 0 1 1: chunk 10 1011 0000000000; deltas 40 (10 ms), 0, 0
        assertThat(write())
                .isEqualTo(hex("8fcd0006 11111111 22222222 00640004 00000000 ac00 280000 000000"));
    }

    @Test
    void writesLargeAndNegativeDeltasAsATwoBitVector() {
        generator.onPacket(1, 128 * MS);
        generator.onPacket(3, 200 * MS); // 72 ms: 288 ticks
        generator.onPacket(2, 201 * MS); // comes after 3: +292 ticks from 1, 3 is 4 ticks before
        // symbols 1 2 2: chunk 11 01 10 10 00000000; deltas 00, 0124, fffc
        assertThat(write())
                .isEqualTo(
                        hex("8fcd0006 11111111 22222222 00010003 00000200 da00 00 0124 fffc 00"));
    }

    @Test
    void writesLossesAcrossTheWrap() {
        generator.onPacket(65_530, 0);
        generator.onPacket(14, 0); // 19 lost across the wrap
        // symbols: 1, then 19 times 0, then 1
        // 1 followed by 13 zeros as a vector, six zeros and a one as another
        assertThat(write())
                .isEqualTo(hex("8fcd0006 11111111 22222222 fffa0015 00000000 a000 8080 0000 0000"));
    }

    @Test
    void reportsWhatIsMissingBetweenTwoReports() {
        generator.onPacket(1, 0);
        write();
        generator.onPacket(4, 0);
        Map<Integer, Long> decoded = new TreeMap<>();
        writer.clear();
        generator.write(writer, 1, 2);
        decode(writer, decoded);
        assertThat(decoded).containsOnlyKeys(2, 3, 4);
        assertThat(decoded.get(2)).isNull();
        assertThat(decoded.get(3)).isNull();
        assertThat(decoded.get(4)).isZero();
    }

    @Test
    void reportsAgainFromALatePacketOn() {
        generator.onPacket(1, 0);
        generator.onPacket(3, 1 * MS);
        write();
        generator.onPacket(2, 5 * MS);
        Map<Integer, Long> decoded = new TreeMap<>();
        writer.clear();
        generator.write(writer, 1, 2);
        decode(writer, decoded);
        assertThat(decoded).containsEntry(2, 5 * MS).containsEntry(3, 1 * MS).hasSize(2);
    }

    @Test
    void isDueAnIntervalAfterTheFirstPacketAndNeverWithoutOne() {
        assertThat(generator.nextTimeoutNs()).isEqualTo(TransportFeedbackGenerator.NEVER);
        generator.onPacket(1, 7 * MS);
        generator.onPacket(2, 30 * MS);
        assertThat(generator.nextTimeoutNs()).isEqualTo(57 * MS);
        write();
        generator.onReported();
        assertThat(generator.nextTimeoutNs()).isEqualTo(TransportFeedbackGenerator.NEVER);
    }

    @Test
    void hasNothingToWriteTwice() {
        generator.onPacket(1, 0);
        write();
        writer.clear();
        assertThat(generator.write(writer, 1, 2)).isFalse();
        assertThat(writer.isEmpty()).isTrue();
    }

    @Test
    void countsItsReports() {
        generator.onPacket(1, 0);
        assertThat(write().substring(24)).startsWith("0001000100000000");
        generator.onPacket(2, 0);
        assertThat(write().substring(24)).startsWith("0002000100000001");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void decodesToWhatArrived(int seed) {
        Random random = new Random(seed);
        double loss = random.nextDouble() * 0.5;
        TreeMap<Integer, Long> arrivedTick = new TreeMap<>();
        Map<Integer, Long> decoded = new TreeMap<>();
        List<Integer> firstSent = new ArrayList<>();
        int seqNo = random.nextInt(65_536);
        int held = -1;
        long nowNs = random.nextInt(1_000_000_000);
        for (int turn = 0; turn < 200; turn++) {
            int burst = random.nextInt(60);
            for (int i = 0; i < burst; i++) {
                // Neighbours are swapped now and then: reordering with negative deltas.
                int number = held >= 0 ? held : seqNo++ & 0xFFFF;
                held = -1;
                if (random.nextInt(10) == 0) {
                    held = number;
                    number = seqNo++ & 0xFFFF;
                }
                nowNs +=
                        random.nextInt(20) == 0
                                ? random.nextInt(200_000_000)
                                : random.nextInt(900_000);
                if (random.nextDouble() >= loss) {
                    generator.onPacket(number, nowNs);
                    arrivedTick.putIfAbsent(number, nowNs / TICK * TICK);
                    firstSent.add(number);
                }
            }
            writer.clear();
            while (generator.write(writer, 1, 2)) {
                decode(writer, decoded);
                writer.clear();
            }
            generator.onReported();
        }
        for (int number : firstSent) {
            assertThat(decoded.get(number))
                    .as("packet %s", number)
                    .isEqualTo(arrivedTick.get(number));
        }
        decoded.forEach((number, at) -> {
            if (at == null) {
                assertThat(arrivedTick).doesNotContainKey(number);
            }
        });
    }

    /// Decodes by the draft's text, independently of how it was encoded. Arrival in ns, null for a
    /// loss; a loss does not hide an arrival reported before.
    private static void decode(RtcpWriter writer, Map<Integer, Long> into) {
        RtcpReader reader = new RtcpReader();
        reader.wrap(writer.buffer(), 0, writer.length());
        assertThat(reader.next()).isTrue();
        assertThat(reader.isFeedback(RtcpReader.TRANSPORT_FEEDBACK, RtcpReader.TRANSPORT_CC))
                .isTrue();
        ByteBuffer buffer = reader.buffer();
        int at = reader.feedbackOffset();
        int base = buffer.getShort(at) & 0xFFFF;
        int count = buffer.getShort(at + 2) & 0xFFFF;
        long ticks = (long) (buffer.getInt(at + 4) >>> 8) * 256;
        at += 8;
        List<Integer> symbols = new ArrayList<>();
        while (symbols.size() < count) {
            int chunk = buffer.getShort(at) & 0xFFFF;
            at += 2;
            if (chunk < 0x8000) {
                for (int i = 0; i < (chunk & 0x1FFF); i++) {
                    symbols.add(chunk >>> 13);
                }
            } else if (chunk < 0xC000) {
                for (int i = 13; i >= 0; i--) {
                    symbols.add((chunk >>> i) & 1);
                }
            } else {
                for (int i = 12; i >= 0; i -= 2) {
                    symbols.add((chunk >>> i) & 3);
                }
            }
        }
        for (int i = 0; i < count; i++) {
            int number = (base + i) & 0xFFFF;
            if (symbols.get(i) == 0) {
                into.putIfAbsent(number, null);
                continue;
            }
            if (symbols.get(i) == 1) {
                ticks += buffer.get(at) & 0xFF;
                at += 1;
            } else {
                ticks += buffer.getShort(at);
                at += 2;
            }
            into.put(number, ticks * TICK);
        }
        assertThat(at).isLessThanOrEqualTo(reader.bodyEnd());
        assertThat(reader.bodyEnd() - at).isLessThan(4);
        assertThat(reader.next()).isFalse();
        assertThat(reader.isMalformed()).isFalse();
    }
}
