package io.freshet.media.receive;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshet.media.rtp.RtcpReader;
import io.freshet.media.rtp.RtcpWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceptionStatisticsTest {
    private static final long MS = 1_000_000L;

    private final ReceptionStatistics statistics = new ReceptionStatistics(90_000);
    private final RtcpReader reader = new RtcpReader();

    private RtcpReader report(long nowNs) {
        RtcpWriter writer = new RtcpWriter();
        writer.writeReceiverReport(1);
        assertThat(statistics.writeReportBlock(writer, 77, nowNs)).isTrue();
        reader.wrap(writer.buffer(), 0, writer.length());
        assertThat(reader.next()).isTrue();
        assertThat(reader.reportSsrc(0)).isEqualTo(77);
        return reader;
    }

    @Test
    void hasNothingToReportBeforeAPacket() {
        RtcpWriter writer = new RtcpWriter();
        writer.writeReceiverReport(1);
        assertThat(statistics.writeReportBlock(writer, 77, 0)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {65_536, 65_537, 98_303, 98_304, 131_066, 131_071})
    void reportsTheFractionLostSinceTheLastReport(long first) {
        for (int i = 0; i < 100; i++) {
            if (i % 4 != 3) {
                statistics.onPacket(first + i, i * 3000, true, i * (33 * MS));
            }
        }
        // The last came was number 98: 99 expected, 75 came.
        report(0);
        assertThat(reader.reportCumulativeLost(0)).isEqualTo(24);
        assertThat(reader.reportFractionLost(0)).isEqualTo(24 * 256 / 99);
        assertThat(reader.reportHighestSeqNo(0)).isEqualTo((int) (first + 98 - 65_536));
        statistics.onPacket(first + 99, 99 * 3000, true, 99 * (33 * MS));
        report(0);
        assertThat(reader.reportFractionLost(0)).isZero();
        assertThat(reader.reportCumulativeLost(0)).isEqualTo(24);
    }

    @Test
    void reportsNoLossWhenDuplicatesOutweighIt() {
        for (int i = 0; i < 5; i++) {
            statistics.onPacket(70_000, 0, i == 0, 0);
        }
        report(0);
        assertThat(reader.reportCumulativeLost(0)).isEqualTo(-4);
        assertThat(reader.reportFractionLost(0)).isZero();
    }

    @Test
    void findsNoJitterInASteadyStreamWhateverTheTimestampsWrap() {
        for (int i = 0; i < 300; i++) {
            statistics.onPacket(70_000 + i, -30_000 + i * 900, true, i * (10 * MS));
        }
        assertThat(statistics.jitter()).isZero();
    }

    @Test
    void followsTheJitterOfAnUnsteadyStream() {
        for (int i = 0; i < 500; i++) {
            // Every other packet comes 4 ms late: differences of 4 ms, 360 ticks.
            statistics.onPacket(70_000 + i, i * 900, true, (i * 10L + (i % 2) * 4L) * MS);
        }
        assertThat(statistics.jitter()).isBetween(340, 370);
    }

    @Test
    void takesTheBurstOfOneFrameForNoJitter() {
        for (int i = 0; i < 300; i++) {
            int frame = i / 3;
            statistics.onPacket(70_000 + i, frame * 900, true, (frame * 10L + i % 3) * MS);
        }
        assertThat(statistics.jitter()).isZero();
    }

    @Test
    void refersToTheLastSenderReport() {
        statistics.onPacket(70_000, 0, true, 0);
        report(0);
        assertThat(reader.reportLastSr(0)).isZero();
        assertThat(reader.reportDelaySinceLastSr(0)).isZero();
        statistics.onSenderReport(0x1111_2222_3333_4444L, 1000 * MS);
        report(1500 * MS);
        assertThat(reader.reportLastSr(0)).isEqualTo(0x2222_3333);
        assertThat(reader.reportDelaySinceLastSr(0)).isEqualTo(65_536 / 2);
    }

    @Test
    void beginsAnewAfterReset() {
        statistics.onPacket(70_000, 0, true, 0);
        statistics.onPacket(70_100, 0, true, 0);
        statistics.reset();
        statistics.onPacket(66_000, 0, true, 0);
        report(0);
        assertThat(reader.reportCumulativeLost(0)).isZero();
        assertThat(reader.reportHighestSeqNo(0)).isEqualTo(464);
    }
}
