package io.freshet.server.control;

import io.freshet.server.control.forbid.Withheld;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/// A media plane that forwards nothing but keeps account: which publishers and players there are
/// and who is connected to whom. Answers at once, or when the given scheduler runs what it is
/// handed.
///
/// The offer `bad` is refused.
final class FakeMediaPlane implements MediaPlane {
    static final String BAD_OFFER = "bad";

    private final Consumer<Runnable> scheduler;
    private final Map<TransportId, Events> publishers = new HashMap<>();
    private final Map<TransportId, Events> players = new HashMap<>();

    /// Player to publisher.
    private final Map<TransportId, TransportId> connectedTo = new HashMap<>();

    /// Publishers that ended by themselves; their viewers stay until they are closed.
    private final Map<TransportId, Boolean> ended = new HashMap<>();

    /// What is kept from the viewers of publishers.
    private final Map<TransportId, Withheld> withheld = new HashMap<>();

    private Delivery lastDelivery = Delivery.FASTEST;
    private TransportId newest = new TransportId(0);

    FakeMediaPlane() {
        this(Runnable::run);
    }

    FakeMediaPlane(Consumer<Runnable> scheduler) {
        this.scheduler = scheduler;
    }

    /// A scheduler that holds everything back until it is told to go on.
    static final class Held implements Consumer<Runnable> {
        private final Deque<Runnable> waiting = new ArrayDeque<>();

        @Override
        public void accept(Runnable action) {
            waiting.add(action);
        }

        void goOn() {
            while (!waiting.isEmpty()) {
                waiting.remove().run();
            }
        }
    }

    @Override
    public CompletionStage<String> publish(TransportId transport, String offer, Events events) {
        CompletableFuture<String> result = new CompletableFuture<>();
        scheduler.accept(() -> {
            if (offer.equals(BAD_OFFER)) {
                result.completeExceptionally(new RefusedException("No codec fits."));
                return;
            }
            newest = transport;
            publishers.put(transport, events);
            events.onVideoCodec(transport, "VP8");
            result.complete("answer to " + offer);
        });
        return result;
    }

    @Override
    public CompletionStage<String> play(
            TransportId transport,
            TransportId publisher,
            Delivery delivery,
            String offer,
            Events events) {
        CompletableFuture<String> result = new CompletableFuture<>();
        scheduler.accept(() -> {
            lastDelivery = delivery;
            if (offer.equals(BAD_OFFER)) {
                result.completeExceptionally(new RefusedException("No codec fits."));
            } else if (!publishers.containsKey(publisher) || ended.containsKey(publisher)) {
                result.completeExceptionally(new RefusedException("The publisher is gone."));
            } else {
                newest = transport;
                players.put(transport, events);
                connectedTo.put(transport, publisher);
                result.complete("answer to " + offer);
            }
        });
        return result;
    }

    @Override
    public void replacePublisher(TransportId former, TransportId successor) {
        if (!publishers.containsKey(successor)) {
            throw new IllegalStateException(successor + " publishes nothing");
        }
        connectedTo.replaceAll((_, publisher) -> publisher.equals(former) ? successor : publisher);
    }

    @Override
    public void withhold(TransportId publisher, boolean audio, boolean video) {
        scheduler.accept(() -> withheld.put(publisher, new Withheld(audio, video)));
    }

    Withheld withheld(TransportId publisher) {
        return withheld.getOrDefault(publisher, Withheld.NOTHING);
    }

    @Override
    public void close(TransportId transport) {
        // In the order of commands, as behind the real queue.
        scheduler.accept(() -> {
            publishers.remove(transport);
            players.remove(transport);
            ended.remove(transport);
            withheld.remove(transport);
            connectedTo.remove(transport);
        });
    }

    /// Transport of the newest answered offer.
    TransportId newest() {
        return newest;
    }

    Delivery lastDelivery() {
        return lastDelivery;
    }

    int publisherCount() {
        return publishers.size();
    }

    int playerCount() {
        return players.size();
    }

    boolean isOpen(TransportId transport) {
        return publishers.containsKey(transport) || players.containsKey(transport);
    }

    Iterable<TransportId> playersNow() {
        return java.util.List.copyOf(players.keySet());
    }

    Iterable<TransportId> publishersNow() {
        return java.util.List.copyOf(publishers.keySet());
    }

    /// Whose media a player gets.
    Optional<TransportId> publisherOf(TransportId player) {
        return Optional.ofNullable(connectedTo.get(player));
    }

    /// Also after the end: a late event must do no harm.
    void connect(TransportId transport) {
        events(transport).onConnected(transport);
    }

    void picture(TransportId transport, int width, int height) {
        events(transport).onPicture(transport, width, height);
    }

    void interrupt(TransportId transport) {
        events(transport).onInterrupted(transport);
    }

    void end(TransportId transport) {
        Events events = events(transport);
        if (publishers.containsKey(transport)) {
            ended.put(transport, true);
        } else {
            players.remove(transport);
            connectedTo.remove(transport);
        }
        events.onEnded(transport, "The peer is gone.");
    }

    private Events events(TransportId transport) {
        Events events = publishers.getOrDefault(transport, players.get(transport));
        if (events == null) {
            throw new IllegalStateException(transport + " is not open");
        }
        return events;
    }
}
