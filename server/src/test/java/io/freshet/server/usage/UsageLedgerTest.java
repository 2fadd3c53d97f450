package io.freshet.server.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshet.server.control.Moment;
import io.freshet.server.control.RoomOccurrence;
import io.freshet.server.control.RoomOccurrence.EndReason;
import io.freshet.server.control.RoomOccurrence.Picture;
import io.freshet.server.control.RoomOccurrence.PlayLife;
import io.freshet.server.control.RoomOccurrence.RoomLife;
import io.freshet.server.control.RoomOccurrence.StreamLife;
import io.freshet.server.usage.UsagePiece.Kind;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageLedgerTest {
    private static final long S = 1_000_000_000L;
    private static final RoomLife ROOM = new RoomLife(7, "r1", "1");

    private UsageLedger ledger = new UsageLedger(1000);
    private long nowNs = 5 * S;
    private long startWallMs = Instant.parse("2026-11-21T12:00:00Z").toEpochMilli();

    /// The disk: what was written last under each key.
    private final Map<UsagePiece.Key, UsagePiece> disk = new HashMap<>();

    private Moment now() {
        return new Moment(startWallMs + nowNs / 1_000_000, nowNs);
    }

    private void pass(double seconds) {
        nowNs += (long) (seconds * S);
    }

    private void publish(long id) {
        var stream = new StreamLife("s" + id, id, "host", "Host", false, "", "", "VP8", now());
        ledger.onOccurrence(new RoomOccurrence.StreamCreated(ROOM, stream, 1, now()));
    }

    private void unpublish(long id) {
        var stream = new StreamLife("s" + id, id, "host", "Host", false, "", "", "VP8", now());
        ledger.onOccurrence(
                new RoomOccurrence.StreamClosed(ROOM, stream, EndReason.NORMAL, 2, now()));
    }

    private void picture(long streamId, Picture picture) {
        ledger.onOccurrence(new RoomOccurrence.PictureChanged(ROOM, streamId, picture, now()));
    }

    private void play(long id, long streamId, Picture picture) {
        ledger.onOccurrence(
                new RoomOccurrence.PlayStarted(
                        ROOM,
                        new PlayLife(id, "viewer", "s" + streamId),
                        streamId,
                        picture,
                        now()));
    }

    private void stop(long id) {
        ledger.onOccurrence(
                new RoomOccurrence.PlayStopped(ROOM, new PlayLife(id, "viewer", "s"), now()));
    }

    private void record() {
        List<UsagePiece> pieces = ledger.collect(nowNs);
        pieces.forEach(piece -> disk.put(piece.key(), piece));
        ledger.onWritten(pieces);
    }

    private Map<String, Long> totals(Kind kind) {
        Map<String, Long> totals = new TreeMap<>();
        disk.values().stream()
                .filter(piece -> piece.kind() == kind)
                .forEach(piece ->
                        totals.merge(
                                piece.day() + " " + piece.tier().wireName(),
                                piece.seconds(),
                                Long::sum));
        return totals;
    }

    @ParameterizedTest
    @CsvSource({
        "640, 360, 360p",
        "360, 640, 360p",
        "320, 180, 360p",
        "641, 360, 720p",
        "640, 480, 720p",
        "1280, 720, 720p",
        "720, 1280, 720p",
        "1280, 721, 1080p",
        "1920, 1080, 1080p",
        "1080, 1920, 1080p",
        "1920, 1088, above",
        "3840, 2160, above",
        "16384, 16384, above",
        "0, 0, unknown",
    })
    void tiersFollowTheNumberOfPixels(int width, int height, String tier) {
        assertThat(Tier.of(Picture.of(width, height)).wireName()).isEqualTo(tier);
    }

    @Test
    void anInjectedStreamIsNotPublished() {
        var film = new StreamLife("film", 1, "u", "U", true, "", "", "", now());
        ledger.onOccurrence(new RoomOccurrence.StreamCreated(ROOM, film, 1, now()));
        pass(60);
        ledger.onOccurrence(
                new RoomOccurrence.StreamClosed(ROOM, film, EndReason.BY_SERVER, 2, now()));
        record();

        assertThat(totals(Kind.PUBLISH)).isEmpty();
    }

    @Test
    void withoutAPictureItIsSound() {
        assertThat(Tier.of(Picture.NONE)).isEqualTo(Tier.AUDIO);
    }

    @Test
    void countsWholeSecondsFromStartToStop() {
        play(1, 9, new Picture.OfSize(640, 360));
        pass(61.9);
        stop(1);
        pass(100);
        record();

        assertThat(totals(Kind.PLAY)).isEqualTo(Map.of("2026-11-21 360p", 61L));
        UsagePiece piece = disk.values().iterator().next();
        assertThat(piece.appId()).isEqualTo(7);
        assertThat(piece.userId()).isEqualTo("viewer");
        assertThat(piece.streamId()).isEqualTo("s9");
        assertThat(piece.roomId()).isEqualTo("r1");
        assertThat(ledger.running()).isZero();
    }

    @Test
    void recordingOftenCountsNothingTwiceAndLosesNoFraction() {
        play(1, 9, new Picture.OfSize(640, 360));
        for (int i = 0; i < 100; i++) {
            pass(0.7);
            record();
            record();
        }
        assertThat(totals(Kind.PLAY)).isEqualTo(Map.of("2026-11-21 360p", 70L));
    }

    @Test
    void aPlayFollowsThePictureOfItsStreamAndSumsToItsTime() {
        publish(9);
        play(1, 9, Picture.NONE);
        pass(3.5);
        picture(9, new Picture.OfSize(640, 360));
        pass(3.5);
        picture(9, new Picture.OfSize(1280, 720));
        pass(3.5);
        picture(9, new Picture.OfSize(640, 360));
        pass(3.5);
        stop(1);
        unpublish(9);
        record();

        Map<String, Long> expected =
                Map.of("2026-11-21 audio", 3L, "2026-11-21 360p", 8L, "2026-11-21 720p", 3L);
        assertThat(totals(Kind.PLAY)).isEqualTo(expected);
        assertThat(totals(Kind.PUBLISH)).isEqualTo(expected);
    }

    @Test
    void anUnknownSizeIsNotInvented() {
        publish(9);
        picture(9, new Picture.OfUnknownSize());
        pass(5);
        record();
        assertThat(totals(Kind.PUBLISH)).isEqualTo(Map.of("2026-11-21 unknown", 5L));
    }

    @Test
    void secondsBelongToTheDayTheyBeganOn() {
        startWallMs = Instant.parse("2026-11-21T23:59:50.500Z").toEpochMilli() - nowNs / 1_000_000;
        play(1, 9, new Picture.OfSize(1920, 1080));
        pass(4);
        record();
        pass(86_400);
        record();
        pass(3);
        stop(1);
        record();

        assertThat(totals(Kind.PLAY))
                .isEqualTo(
                        Map.of(
                                "2026-11-21 1080p", 10L,
                                "2026-11-22 1080p", 86_397L));
    }

    @Test
    void aWallClockThatJumpsChangesNoDuration() {
        play(1, 9, new Picture.OfSize(640, 360));
        pass(10);
        startWallMs -= 3_600_000;
        stop(1);
        record();
        assertThat(totals(Kind.PLAY)).isEqualTo(Map.of("2026-11-21 360p", 10L));
    }

    @Test
    void streamsPlayedAtOnceCountSeparately() {
        play(1, 9, new Picture.OfSize(640, 360));
        play(2, 8, new Picture.OfSize(640, 360));
        pass(10);
        record();
        assertThat(totals(Kind.PLAY)).isEqualTo(Map.of("2026-11-21 360p", 20L));
    }

    @Test
    void whatTheDatabaseDidNotTakeIsWrittenLater() {
        play(1, 9, new Picture.OfSize(640, 360));
        pass(10);
        stop(1);
        assertThat(ledger.collect(nowNs)).hasSize(1); // and the write fails
        play(2, 9, new Picture.OfSize(640, 360));
        pass(5);
        record();
        assertThat(totals(Kind.PLAY)).isEqualTo(Map.of("2026-11-21 360p", 15L));
        assertThat(ledger.collect(nowNs)).isEmpty();
    }

    @Test
    void whatCannotBeKeptIsCountedAsLost() {
        ledger = new UsageLedger(2);
        for (int i = 0; i < 5; i++) {
            play(i, 9, Picture.NONE);
        }
        pass(10);
        for (int i = 0; i < 5; i++) {
            stop(i);
        }
        assertThat(ledger.collect(nowNs)).hasSize(2);
        assertThat(ledger.lostSeconds()).isEqualTo(30);
    }

    @Test
    void stopsOfPlaysThatNeverStartedAreHarmless() {
        stop(1);
        unpublish(2);
        picture(3, Picture.NONE);
        record();
        assertThat(disk).isEmpty();
    }

    /// Plays come and go, records happen every 10 s, and the process is killed at any moment: what
    /// is on disk is never more than what was played, and less by one interval for each play that
    /// was running when it was killed, at the most.
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
    void killsLoseAtMostTheLastIntervalAndCountNothingTwice(long seed) {
        var random = new Random(seed);
        Map<Long, Long> startedNs = new HashMap<>();
        long playedNs = 0;
        long plays = 0;
        long allowedLossS = 0;
        long nextId = 1;
        long nextRecordNs = nowNs + 10 * S;
        for (int step = 0; step < 5_000; step++) {
            pass(random.nextDouble());
            if (nowNs >= nextRecordNs) {
                record();
                if (random.nextInt(3) == 0) {
                    record();
                }
                nextRecordNs = nowNs + 10 * S;
            }
            int what = random.nextInt(100);
            if (what < 20 && startedNs.size() < 30) {
                startedNs.put(nextId, nowNs);
                play(nextId++, 9, Picture.of(640 * (1 + random.nextInt(3)), 360));
                plays++;
            } else if (what < 38 && !startedNs.isEmpty()) {
                long id = startedNs.keySet().iterator().next();
                playedNs += nowNs - startedNs.getOrDefault(id, nowNs);
                startedNs.remove(id);
                stop(id);
                record(); // the end is written at once
            } else if (what == 99) {
                for (long started : startedNs.values()) {
                    playedNs += nowNs - started;
                }
                allowedLossS += startedNs.size() * 11L;
                startedNs.clear();
                ledger = new UsageLedger(1000);
            }
        }
        for (long started : startedNs.values()) {
            playedNs += nowNs - started;
        }
        record();
        long recordedS = totals(Kind.PLAY).values().stream().mapToLong(Long::longValue).sum();

        assertThat(recordedS).isLessThanOrEqualTo(playedNs / S);
        // Each play's last, incomplete second does not count.
        assertThat(recordedS).isGreaterThanOrEqualTo(playedNs / S - plays - allowedLossS);
        assertThat(plays).isGreaterThan(500);
    }
}
