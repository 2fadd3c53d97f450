package io.freshet.media.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshet.media.rtp.RtcpWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SenderReportTranslatorTest {
    private static final long MS = 1_000_000L;

    private final SenderReportTranslator translator = new SenderReportTranslator();

    private void send(long ntp, long nowNs) {
        assertThat(translator.write(new RtcpWriter(), 1, ntp, 2, 3, 4, nowNs)).isTrue();
    }

    @ParameterizedTest(name = "sent at {0} ms, held {1}/65536 s, back at {2} ms: {3} ms")
    @CsvSource({
        "0, 0, 40, 40",
        "100, 65536, 1130, 30",
        "100, 32768, 600, 0",
        "5000, 6553, 5200, 100"
    })
    void learnsTheRoundTrip(long sentMs, int heldFraction, long backMs, long expectedMs) {
        send(0x0000_1234_5678_0000L, sentMs * MS);
        long rttNs = translator.rttNs(0x1234_5678, heldFraction, backMs * MS);
        assertThat(rttNs / (double) MS).isBetween(expectedMs - 0.1, expectedMs + 0.1);
    }

    @Test
    void knowsTheLastFourReports() {
        for (int i = 1; i <= 5; i++) {
            send((long) i << 16, i * (100 * MS));
        }
        assertThat(translator.rttNs(1, 0, 600 * MS)).isEqualTo(-1);
        assertThat(translator.rttNs(2, 0, 600 * MS)).isEqualTo(400 * MS);
        assertThat(translator.rttNs(5, 0, 600 * MS)).isEqualTo(100 * MS);
    }

    @Test
    void learnsNothingFromNonsense() {
        assertThat(translator.rttNs(5, 0, 0)).isEqualTo(-1);
        send(7L << 16, 0);
        assertThat(translator.rttNs(0, 0, 10 * MS)).as("no report yet").isEqualTo(-1);
        assertThat(translator.rttNs(8, 0, 10 * MS)).as("never sent").isEqualTo(-1);
        assertThat(translator.rttNs(7, 65_536, 10 * MS)).as("held longer than away").isEqualTo(-1);
        assertThat(translator.rttNs(7, 0, 60_000 * MS)).as("a minute").isEqualTo(-1);
        assertThat(translator.rttNs(7, -1, 10 * MS)).as("held for 18 hours").isEqualTo(-1);
    }
}
