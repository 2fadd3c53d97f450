package io.freshet.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshet.server.console.QualityPoint.Played;
import io.freshet.server.console.QualityPoint.Published;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class QualityHistoryTest {
    private static final long SECOND = 1_000_000_000L;

    private final QualityHistory history = new QualityHistory();

    private static StreamCounters.Track video(long packets, long bytes, long frames, long lost) {
        return new StreamCounters.Track(
                true,
                "VP8",
                packets,
                bytes,
                frames,
                frames / 60,
                lost,
                lost / 2,
                3.4,
                41.6,
                640,
                360);
    }

    private static StreamCounters.Track audio(long packets, long bytes) {
        return new StreamCounters.Track(
                false, "opus", packets, bytes, packets, 0, 0, 0, 1.2, 0, 0, 0);
    }

    private static StreamCounters.Viewer viewer(long id, long bytes, long nacks) {
        return new StreamCounters.Viewer(id, bytes / 1000, bytes, nacks, nacks - 1, 20.4, 0.25);
    }

    private static StreamCounters stream(long id, List<StreamCounters.Viewer> viewers) {
        return new StreamCounters(id, List.of(audio(10, 100), video(10, 1000, 5, 0)), viewers);
    }

    @Test
    void ratesAreOfTheTimeBetweenTwoSamples() {
        history.onSample(
                List.of(
                        new StreamCounters(
                                1,
                                List.of(audio(250, 20_000), video(500, 500_000, 150, 0)),
                                List.of(viewer(2, 1_000_000, 10)))),
                1_000,
                SECOND);
        assertThat(history.published(1)).isEmpty();
        assertThat(history.lastPublished(1)).isEmpty();
        history.onSample(
                List.of(
                        new StreamCounters(
                                1,
                                List.of(audio(500, 40_000), video(1290, 1_125_000, 300, 20)),
                                List.of(viewer(2, 2_000_000, 14)))),
                6_000,
                6 * SECOND);
        // 250 + 790 packets came, 20 were missed, 10 of them came by retransmission.
        assertThat(history.published(1))
                .containsExactly(
                        new Published(6_000, 1_000_000, 32_000, 30, 640, 360, 19, 9, 3, 42, 3));
        assertThat(history.played(2)).containsExactly(new Played(6_000, 1_600_000, 250, 20, 4, 4));
        assertThat(history.lastPlayed(2)).isPresent();
        assertThat(history.codecs(1)).containsExactly("opus", "VP8");
        assertThat(history.codecs(2)).isEmpty();
        assertThat(history.played(1)).isEmpty();
        assertThat(history.published(2)).isEmpty();
    }

    @Test
    void keepsTheLastMinutes() {
        for (int i = 0; i < QualityHistory.POINTS + 10; i++) {
            history.onSample(List.of(stream(1, List.of())), i, i * SECOND);
        }
        assertThat(history.published(1)).hasSize(QualityHistory.POINTS);
        assertThat(history.published(1).getFirst().atMs()).isEqualTo(10);
        assertThat(history.lastPublished(1).orElseThrow().atMs())
                .isEqualTo(QualityHistory.POINTS + 9L);
    }

    @Test
    void forgetsWhatHasEnded() {
        history.onSample(List.of(stream(1, List.of(viewer(2, 0, 1)))), 0, 0);
        history.onSample(List.of(stream(1, List.of(viewer(2, 0, 1)))), 1, SECOND);
        history.onSample(List.of(stream(1, List.of())), 2, 2 * SECOND);
        assertThat(history.played(2)).isEmpty();
        assertThat(history.published(1)).hasSize(2);
        history.onSample(List.of(), 3, 3 * SECOND);
        assertThat(history.published(1)).isEmpty();
    }

    @Test
    void isBoundedAndTakesOthersInWhenThereIsRoom() {
        List<StreamCounters.Viewer> viewers = new ArrayList<>();
        for (int i = 0; i < QualityHistory.MAX_SERIES + 5; i++) {
            viewers.add(viewer(100 + i, 0, 1));
        }
        history.onSample(List.of(stream(1, viewers)), 0, 0);
        history.onSample(List.of(stream(1, viewers)), 1, SECOND);
        long last = 100 + QualityHistory.MAX_SERIES + 4;
        assertThat(history.played(100)).hasSize(1);
        assertThat(history.played(last)).isEmpty();
        history.onSample(List.of(stream(1, List.of(viewers.getLast()))), 2, 2 * SECOND);
        history.onSample(List.of(stream(1, List.of(viewers.getLast()))), 3, 3 * SECOND);
        history.onSample(List.of(stream(1, List.of(viewers.getLast()))), 4, 4 * SECOND);
        assertThat(history.played(last)).isNotEmpty();
        assertThat(history.played(100)).isEmpty();
    }

    @Test
    void aStreamThatBeginsAnewIsNotBelowZero() {
        history.onSample(List.of(stream(1, List.of(viewer(2, 5_000, 9)))), 0, 0);
        history.onSample(
                List.of(new StreamCounters(1, List.of(audio(0, 0), video(0, 0, 0, 0)), List.of())),
                1,
                SECOND);
        var point = history.lastPublished(1).orElseThrow();
        assertThat(point.videoBps()).isZero();
        assertThat(point.framesPerSecond()).isZero();
        assertThat(point.lossPermille()).isZero();
    }
}
