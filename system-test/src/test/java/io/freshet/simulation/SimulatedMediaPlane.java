package io.freshet.simulation;

import io.freshet.server.control.MediaPlane;
import io.freshet.testkit.Simulation;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;

/// Forwards nothing, and says what a media plane says: answers after a while, then that the peer is
/// connected; now and then that it is gone.
final class SimulatedMediaPlane implements MediaPlane {
    private static final long MS = 1_000_000L;
    private static final long SECOND = 1_000 * MS;

    private final Simulation simulation;
    private final RandomGenerator random;
    private final Set<TransportId> publishers = new HashSet<>();
    private final Set<TransportId> open = new HashSet<>();

    /// Commands are carried out in order.
    private long freeNs;

    SimulatedMediaPlane(Simulation simulation, String name) {
        this.simulation = simulation;
        this.random = simulation.random(name);
    }

    @Override
    public CompletionStage<String> publish(TransportId transport, String offer, Events events) {
        CompletableFuture<String> result = new CompletableFuture<>();
        later(() -> {
            publishers.add(transport);
            answer(transport, offer, events, result);
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
        later(() -> {
            if (publishers.contains(publisher)) {
                answer(transport, offer, events, result);
            } else {
                result.completeExceptionally(new RefusedException("The publisher is gone."));
            }
        });
        return result;
    }

    private void answer(
            TransportId transport, String offer, Events events, CompletableFuture<String> result) {
        open.add(transport);
        result.complete("answer to " + offer);
        simulation.after(
                random.nextLong(100 * MS),
                "connected",
                () -> {
                    if (open.contains(transport)) {
                        events.onConnected(transport);
                    }
                });
        if (random.nextInt(3) == 0) {
            simulation.after(
                    random.nextLong(30 * SECOND),
                    "peer gone",
                    () -> {
                        if (open.remove(transport)) {
                            events.onEnded(transport, "The peer is gone.");
                        }
                    });
        }
    }

    @Override
    public void replacePublisher(TransportId former, TransportId successor) {
        // Viewers are not connected to anybody here.
    }

    @Override
    public void withhold(TransportId publisher, boolean audio, boolean video) {
        // There is nothing to be withheld.
    }

    @Override
    public void close(TransportId transport) {
        later(() -> {
            open.remove(transport);
            publishers.remove(transport);
        });
    }

    private void later(Runnable command) {
        freeNs = Math.max(freeNs, simulation.nowNs() + random.nextLong(30 * MS));
        simulation.at(freeNs, "media command", command);
    }
}
