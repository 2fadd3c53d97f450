package io.freshet.server.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshet.server.control.ControlClock;
import io.freshet.server.control.Moment;
import io.freshet.server.control.RoomOccurrence;
import io.freshet.server.control.RoomOccurrence.RoomLife;
import io.freshet.server.project.ProjectStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The service on a real database, with a pretended network. It is waited for by what it sends.
@Timeout(60)
class CallbackServiceTest {
    private static final long APP = 1234567890L;
    private static final Moment THEN = new Moment(1_499_676_978_027L, 1);

    @TempDir Path directory;

    @SuppressWarnings("NullAway.Init")
    private ProjectStore database;

    @SuppressWarnings("NullAway.Init")
    private CallbackSettings settings;

    private final BlockingQueue<String> sent = new LinkedBlockingQueue<>();
    private final BlockingQueue<Integer> answers = new LinkedBlockingQueue<>();
    private final AtomicLong aheadNs = new AtomicLong();
    private final ControlClock clock =
            new ControlClock() {
                @Override
                public long nowNs() {
                    return System.nanoTime() + aheadNs.get();
                }

                @Override
                public long wallMs() {
                    return 1_499_676_978_027L;
                }
            };

    @BeforeEach
    void open() throws Exception {
        database = ProjectStore.open(directory, new Random(1));
        settings = CallbackSettings.load(database.database());
        settings.set(
                APP,
                EnumSet.allOf(CallbackEvent.class),
                CallbackTarget.of("http://backend.example/cb", ""));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private CallbackService start(int maxWaiting) {
        var service =
                new CallbackService(
                        new CallbackConfig(true, java.time.Duration.ofSeconds(1), 8, maxWaiting),
                        settings,
                        appId -> appId == APP ? Optional.of("secret") : Optional.empty(),
                        new CallbackStore(database.database()),
                        this::post,
                        clock,
                        new Random(2),
                        Optional.empty());
        service.open();
        return service;
    }

    private int post(CallbackTarget target, String json) throws IOException {
        assertThat(target.url().toString()).isEqualTo("http://backend.example/cb");
        sent.add(json);
        try {
            int answer = answers.take();
            if (answer == 0) {
                throw new IOException("connection refused");
            }
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static RoomOccurrence created(String room) {
        return new RoomOccurrence.RoomCreated(new RoomLife(APP, room, "5"), "u", THEN);
    }

    private String next() throws InterruptedException {
        return Optional.ofNullable(sent.poll(20, TimeUnit.SECONDS)).orElseThrow();
    }

    @Test
    void sendsWhatIsEnabledAndForgetsWhatWasDelivered() throws Exception {
        settings.clear(APP, Set.of(CallbackEvent.ROOM_CLOSE));
        CallbackService service = start(100);
        service.onOccurrence(
                new RoomOccurrence.RoomClosed(
                        new RoomLife(APP, "r", "5"), RoomOccurrence.EndReason.NORMAL, false, THEN));
        service.onOccurrence(new RoomOccurrence.RoomCreated(new RoomLife(1, "r", "5"), "u", THEN));
        service.onOccurrence(created("r"));
        assertThat(next()).contains("\"event\":\"room_create\"", "\"timestamp\":1499676978,");
        answers.add(204);
        await(() -> service.statistics().waiting() == 0);
        service.stop();

        assertThat(service.statistics().noted()).isEqualTo(1);
        assertThat(service.statistics().delivered()).isEqualTo(1);
        assertThat(new CallbackStore(database.database()).load()).isEmpty();
    }

    /// The service tells by its counters when it is done; nothing else would.
    private static void await(java.util.function.BooleanSupplier condition) {
        long endNs = System.nanoTime() + 20_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(endNs);
            Thread.onSpinWait();
        }
    }

    @Test
    void whatIsNotDeliveredIsSentAgainUnchangedByTheNextStart() throws Exception {
        CallbackService service = start(100);
        service.onOccurrence(created("r1"));
        service.onOccurrence(created("r2"));
        String one = next();
        String other = next();
        service.stop(); // with both in flight

        CallbackService again = start(100);
        assertThat(List.of(next(), next())).containsExactlyInAnyOrder(one, other);
        answers.add(200);
        answers.add(200);
        await(() -> again.statistics().delivered() == 2);
        again.stop();
    }

    @Test
    void aFailureIsTriedFiveTimesMoreWithTheSameNonceThenGivenUp() throws Exception {
        CallbackService service = start(100);
        service.onOccurrence(created("r"));
        String first = next();
        int[] delaysS = {2, 4, 8, 16, 32};
        for (int i = 0; i < delaysS.length; i++) {
            answers.add(i % 2 == 0 ? 500 : 0);
            int attempts = i + 1;
            await(() -> storedAttempts() == attempts);
            aheadNs.addAndGet(delaysS[i] * 1_000_000_000L);
            assertThat(next()).isEqualTo(first);
        }
        answers.add(302);
        await(() -> service.statistics().givenUp() == 1);
        await(() -> service.statistics().waiting() == 0);
        service.stop();

        assertThat(service.statistics().attemptsFailed()).isEqualTo(6);
        assertThat(new CallbackStore(database.database()).load()).isEmpty();
    }

    private int storedAttempts() {
        return new CallbackStore(database.database())
                .load().stream().mapToInt(Outbox.Entry::attempts).max().orElse(0);
    }

    @Test
    void attemptsThatWereMadeAreWrittenDown() throws Exception {
        CallbackService service = start(100);
        service.onOccurrence(created("r"));
        var _ = next();
        answers.add(500);
        await(() -> service.statistics().attemptsFailed() == 1);
        await(() -> storedAttempts() == 1);
        service.stop();
    }

    @Test
    void theOldestGiveWayWhenTheOutboxIsFull() throws Exception {
        CallbackService service = start(2);
        for (int i = 0; i < 5; i++) {
            service.onOccurrence(created("r"));
        }
        await(() -> service.statistics().dropped() == 3);
        service.stop();
        assertThat(new CallbackStore(database.database()).load()).hasSize(2);
    }

    @Test
    void settingsSurviveARestart() throws Exception {
        settings.set(
                APP,
                Set.of(CallbackEvent.ROOM_LOGIN),
                CallbackTarget.of("https://other.example/", "json"));
        settings.clear(APP, Set.of(CallbackEvent.ROOM_CLOSE));
        var again = CallbackSettings.load(database.database());

        assertThat(again.targets(APP)).isEqualTo(settings.targets(APP)).hasSize(5);
        assertThat(again.target(APP, CallbackEvent.ROOM_LOGIN).orElseThrow().form())
                .isEqualTo(CallbackTarget.Form.JSON);
    }

    @Test
    void whatIsSwitchedOffMeanwhileIsNotSent() throws Exception {
        CallbackService service = start(100);
        service.onOccurrence(created("r"));
        service.onOccurrence(created("r"));
        var _ = next();
        settings.clear(APP, EnumSet.allOf(CallbackEvent.class));
        answers.add(200);
        await(() -> service.statistics().waiting() == 0);
        service.stop();
        assertThat(sent).isEmpty();
    }
}
