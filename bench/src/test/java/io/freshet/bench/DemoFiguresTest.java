package io.freshet.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class DemoFiguresTest {
    @Test
    void writesTheLastingKeys() {
        DemoFigures figures =
                DemoFigures.of(
                        1.5,
                        2,
                        List.of(20.0, 900.0, 30.0),
                        List.of(100.0, 200.0),
                        List.of(viewer()));
        var json = figures.json("a machine");
        assertThat(json.getString("name")).isEqualTo("demo");
        assertThat(json.getString("machine")).isEqualTo("a machine");
        var values = json.getJSONObject("figures");
        assertThat(values.keySet())
                .containsExactlyInAnyOrder(
                        "server_ready_s",
                        "login_ms_p50",
                        "first_frame_ms_p50",
                        "glass_to_glass_ms_p50",
                        "glass_to_glass_ms_p95",
                        "glass_to_glass_ms_p99",
                        "video_packets_lost",
                        "stalls");
        assertThat(values.getDouble("login_ms_p50")).isEqualTo(30);
        assertThat(values.getDouble("first_frame_ms_p50")).isEqualTo(150);
        assertThat(values.getDouble("glass_to_glass_ms_p50")).isBetween(39.9, 40.1);
        assertThat(values.getDouble("stalls")).isEqualTo(1);
        assertThat(values.getDouble("video_packets_lost")).isEqualTo(2);
    }

    @Test
    void leavesOutWhatWasNotMeasured() {
        DemoFigures figures =
                DemoFigures.of(1, 0, List.of(), List.of(), List.of(new ViewerFigures("v")));
        assertThat(figures.json("m").getJSONObject("figures").keySet())
                .doesNotContain("login_ms_p50", "glass_to_glass_ms_p50")
                .contains("stalls");
    }

    @Test
    void namesMissedTargets() {
        DemoFigures figures = DemoFigures.of(4, 0, List.of(10.0), List.of(), List.of());
        assertThat(figures.summary())
                .anySatisfy(line -> assertThat(line).contains("server_ready_s", "MISSED"))
                .anySatisfy(line -> assertThat(line).contains("login_ms_p50", "ok"));
    }

    @Test
    void alignsTheTableWithItsHead() {
        List<String> lines = DemoTable.lines(List.of(viewer(), new ViewerFigures("viewer-2")));
        assertThat(lines).hasSize(3);
        assertThat(lines.get(1)).contains("viewer-1", "40.0");
        assertThat(lines.get(2)).contains("-");
        assertThat(lines.get(1)).hasSameSizeAs(lines.get(2)).hasSameSizeAs(lines.get(0));
    }

    @Test
    void redrawsInPlaceOnATerminalOnly() {
        StringWriter text = new StringWriter();
        Screen terminal = new Screen(new PrintWriter(text), true);
        terminal.show(List.of("one", "two"));
        assertThat(text.toString()).doesNotContain("\u001b[2A");
        terminal.show(List.of("three", "four"));
        assertThat(text.toString()).contains("\u001b[2A");
        StringWriter plainText = new StringWriter();
        Screen plain = new Screen(new PrintWriter(plainText), false);
        for (int second = 0; second < 10; second++) {
            plain.show(List.of("line"));
        }
        assertThat(plainText.toString()).isEqualTo(("line" + System.lineSeparator()).repeat(2));
    }

    @ParameterizedTest
    @CsvSource({"30,30", "30s,30", "10m,600", "2h,7200"})
    void readsDurations(String text, long seconds) {
        assertThat(new Seconds().convert(text)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "s", "0s", "-3", "3d", "1.5m", "99999999999s"})
    void refusesOtherDurations(String text) {
        assertThat(
                        org.assertj.core.api.Assertions.catchThrowable(
                                () -> new Seconds().convert(text)))
                .isInstanceOf(TypeConversionException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "1280", "1280x", "x720", "1281x720", "1280x720x1", "20x20", "9000x720"})
    void refusesImpossibleSizes(String text) {
        assertThat(
                        org.assertj.core.api.Assertions.catchThrowable(
                                () -> new Picture.Converter().convert(text)))
                .isInstanceOf(TypeConversionException.class);
        assertThat(new Picture.Converter().convert("640x360")).isEqualTo(new Picture(640, 360));
    }

    private static ViewerFigures viewer() {
        Histogram latencies = Latencies.histogram();
        latencies.recordValue(40_000);
        ViewerFigures viewer = new ViewerFigures("viewer-1");
        viewer.onReport(new Report.FirstFrame(123));
        viewer.onReport(new Report.Second(Latencies.encode(latencies), 30, 0, 1, 2000, 0));
        return viewer;
    }
}
