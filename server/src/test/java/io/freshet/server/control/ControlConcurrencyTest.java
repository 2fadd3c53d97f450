package io.freshet.server.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshet.protocol.AppSignProof;
import io.freshet.protocol.message.Answer;
import io.freshet.protocol.message.ClientMessage;
import io.freshet.protocol.message.ResourceMode;
import io.freshet.protocol.message.ServerMessage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Many threads at once against one room service: no deadlock, no exception, books that agree, and
/// every view what its events say. What happens when is the scheduler's, so a failure may need
/// several runs; the logic itself is [RoomSimulationTest]'s matter.
final class ControlConcurrencyTest {
    private static final int THREADS = 8;
    private static final int STEPS = 1_500;
    private static final int LOG_LENGTH = 50;

    /// Answers on another thread, and ends a transport now and then.
    private static final class AsyncMedia implements MediaPlane {
        private final ExecutorService executor;
        private final ConcurrentHashMap<TransportId, Events> open = new ConcurrentHashMap<>();

        AsyncMedia(ExecutorService executor) {
            this.executor = executor;
        }

        @Override
        public CompletionStage<String> publish(TransportId transport, String offer, Events events) {
            return CompletableFuture.supplyAsync(
                    () -> {
                        open.put(transport, events);
                        return "answer";
                    },
                    executor);
        }

        @Override
        public CompletionStage<String> play(
                TransportId transport,
                TransportId publisher,
                Delivery delivery,
                String offer,
                Events events) {
            return publish(transport, offer, events);
        }

        @Override
        public void replacePublisher(TransportId former, TransportId successor) {}

        @Override
        public void withhold(TransportId publisher, boolean audio, boolean video) {}

        @Override
        public void close(TransportId transport) {
            open.remove(transport);
        }

        void endOne() {
            for (var entry : open.entrySet()) {
                if (open.remove(entry.getKey(), entry.getValue())) {
                    entry.getValue().onConnected(entry.getKey());
                    entry.getValue().onEnded(entry.getKey(), "gone");
                    return;
                }
            }
        }
    }

    /// What one connection brings, reduced as it comes; a message about a room that it is not in is
    /// a failure.
    private static final class Sink implements ClientSink {
        private final String user;
        private final List<Throwable> failures;
        private final Map<String, RoomView> views = new HashMap<>();
        private final Map<Long, String> logins = new HashMap<>();
        private final Map<Long, String> logouts = new HashMap<>();
        private String nonce = "";

        Sink(String user, List<Throwable> failures) {
            this.user = user;
            this.failures = failures;
        }

        synchronized void asking(ClientMessage message) {
            if (message instanceof ClientMessage.Login login) {
                logins.put(login.id(), login.roomId());
            } else if (message instanceof ClientMessage.Logout logout) {
                logouts.put(logout.id(), logout.roomId());
            }
        }

        synchronized String nonce() {
            return nonce;
        }

        @Override
        public synchronized boolean send(ServerMessage message) {
            try {
                receive(message);
            } catch (AssertionError e) {
                failures.add(e);
            }
            return true;
        }

        private void receive(ServerMessage message) {
            switch (message) {
                case ServerMessage.Welcome welcome -> nonce = welcome.nonce();
                case ServerMessage.RoomEvents events -> {
                    RoomView view = views.get(events.roomId());
                    if (view == null) {
                        throw new AssertionError(user + " is not in " + events.roomId());
                    }
                    view.apply(events.version(), events.events());
                }
                case Answer answer when answer.result() instanceof Answer.LoggedIn in -> {
                    RoomView view = new RoomView();
                    view.onLoggedIn(in);
                    views.put(Objects.requireNonNull(logins.get(answer.id())), view);
                }
                case Answer answer when answer.code() == 0 && logouts.containsKey(answer.id()) ->
                        views.remove(logouts.get(answer.id()));
                case ServerMessage.KickedOut kicked -> {
                    if (views.remove(kicked.roomId()) == null) {
                        throw new AssertionError(user + " is kicked but not in " + kicked);
                    }
                }
                default -> {}
            }
        }

        @Override
        public void close(String reason) {}
    }

    /// A client used by one thread.
    private static final class Client {
        private final ControlPlane plane;
        private final String user;
        private final List<Throwable> failures;
        private Sink sink;
        private ClientConnection connection;
        private long lastId;

        Client(ControlPlane plane, String user, List<Throwable> failures) {
            this.plane = plane;
            this.user = user;
            this.failures = failures;
            this.sink = new Sink(user, failures);
            this.connection = connect();
        }

        private ClientConnection connect() {
            sink = new Sink(user, failures);
            ClientConnection made = plane.connect(sink);
            lastId = 0;
            String proof =
                    AppSignProof.compute(
                            ControlHarness.APP_SIGN, sink.nonce(), ControlHarness.APP_ID);
            made.onMessage(
                    new ClientMessage.Hello(
                            ++lastId, 1, List.of(), ControlHarness.APP_ID, proof, ""));
            return made;
        }

        void step(SplittableRandom random) {
            String stream = "s" + random.nextInt(6);
            String room = "room" + random.nextInt(2);
            switch (random.nextInt(10)) {
                case 0, 1 -> ask(TestClient.loginMessage(++lastId, room, user, null, null));
                case 2 -> ask(new ClientMessage.Logout(++lastId, room));
                case 3, 4 -> ask(new ClientMessage.Publish(++lastId, room, stream, "", "o"));
                case 5 -> ask(new ClientMessage.StopPublishing(++lastId, room, stream));
                case 6, 7 -> ask(new ClientMessage.Play(++lastId, stream, ResourceMode.RTC, "o"));
                case 8 -> ask(new ClientMessage.StopPlaying(++lastId, stream));
                default -> {
                    if (random.nextInt(10) == 0) {
                        connection.onClosed();
                        connection = connect();
                    }
                }
            }
        }

        private void ask(ClientMessage message) {
            sink.asking(message);
            connection.onMessage(message);
        }
    }

    @Test
    @Timeout(60)
    void manyThreadsAtOnceLeaveTheBooksInOrder() throws Exception {
        List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
        try (ExecutorService mediaThread = Executors.newFixedThreadPool(2);
                ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            AsyncMedia media = new AsyncMedia(mediaThread);
            ControlPlane plane = plane(media);
            CountDownLatch start = new CountDownLatch(1);
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                // Half as many users as threads: they kick each other.
                Client client = new Client(plane, "u" + i / 2, failures);
                SplittableRandom random = new SplittableRandom(i);
                running.add(
                        threads.submit(() -> {
                            start.await();
                            for (int step = 0; step < STEPS; step++) {
                                client.step(random);
                                if (step % 50 == 0) {
                                    media.endOne();
                                }
                            }
                            return null;
                        }));
            }
            start.countDown();
            for (Future<?> each : running) {
                each.get();
            }
            mediaThread.shutdown();
            assertThat(mediaThread.awaitTermination(10, TimeUnit.SECONDS)).isTrue();

            assertThat(failures).isEmpty();
            Soundness.check(plane, ControlHarness.APP_ID, LOG_LENGTH);
            assertThat(plane.statistics().loginsAccepted()).isGreaterThan(100);
            assertThat(plane.statistics().kicks()).isPositive();
        }
    }

    private static ControlPlane plane(MediaPlane media) {
        ControlConfig.Bounds bounds =
                new ControlConfig.Bounds(
                        1_000, 10, 100, 5, 4, 20, 10_000, 1_000_000, 1_000_000, 10, LOG_LENGTH);
        ControlClock clock =
                new ControlClock() {
                    @Override
                    public long nowNs() {
                        return 1;
                    }

                    @Override
                    public long wallMs() {
                        return 1;
                    }
                };
        return new ControlPlane(
                ControlHarness.withBounds(bounds),
                _ -> Optional.of(ControlHarness.project()),
                media,
                clock,
                new Random(3));
    }
}
