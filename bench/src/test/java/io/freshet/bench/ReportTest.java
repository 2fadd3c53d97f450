package io.freshet.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportTest {
    static Stream<Report> reports() {
        return Stream.of(
                new Report.Publishing(),
                new Report.LoggedIn(12.5),
                new Report.FirstFrame(230.25),
                new Report.Second("abc=", 30, 1, 2, 1999.5, 3),
                new Report.Failed("a \"quoted\" sentence\nof two lines"),
                new Report.Done());
    }

    @ParameterizedTest
    @MethodSource("reports")
    void readsWhatWasWritten(Report report) {
        assertThat(report.line()).doesNotContain("\n");
        assertThat(Report.read(report.line())).contains(report);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[OpenH264] warning",
                "@freshet ",
                "@freshet {",
                "@freshet {}",
                "@freshet {\"type\":\"unknown\"}",
                "@freshet {\"type\":\"logged-in\",\"ms\":\"soon\"}"
            })
    void ignoresWhatIsNoReport(String line) {
        assertThat(Report.read(line)).isEmpty();
    }

    @Test
    void addsUpWhatAViewerReports() {
        Histogram first = Latencies.histogram();
        first.recordValue(10_000);
        Histogram second = Latencies.histogram();
        second.recordValue(30_000);
        second.recordValue(30_000);
        ViewerFigures viewer = new ViewerFigures("v");
        viewer.onReport(new Report.Second(Latencies.encode(first), 30, 0, 1, 1000, 0));
        viewer.onReport(new Report.Second(Latencies.encode(second), 29, 1, 1, 2000, 4));
        assertThat(viewer.latencies().getTotalCount()).isEqualTo(3);
        assertThat(Latencies.ms(viewer.latencies(), 50)).isBetween(29.9, 30.1);
        assertThat(viewer.stalls()).isEqualTo(2);
        assertThat(viewer.packetsLost()).isEqualTo(4);
        assertThat(viewer.framesPerSecond()).isEqualTo(29);
        assertThat(viewer.unreadable()).isEqualTo(1);
    }

    @Test
    void rejectsGarbledHistograms() {
        ViewerFigures viewer = new ViewerFigures("v");
        assertThat(
                        org.assertj.core.api.Assertions.catchThrowable(
                                () -> viewer.onReport(new Report.Second("!", 0, 0, 0, 0, 0))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
