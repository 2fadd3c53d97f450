package io.freshet.server.gateway;

import io.freshet.server.control.MediaPlane;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/// Answers every offer but those that start with "refuse".
public final class FakeMediaPlane implements MediaPlane {
    public static final String ANSWER = "v=0\r\nan answer\r\n";

    private final Set<TransportId> open = ConcurrentHashMap.newKeySet();

    @Override
    public CompletionStage<String> publish(TransportId transport, String offer, Events events) {
        return answer(transport, offer, events);
    }

    @Override
    public CompletionStage<String> play(
            TransportId transport,
            TransportId publisher,
            Delivery delivery,
            String offer,
            Events events) {
        return answer(transport, offer, events);
    }

    private CompletionStage<String> answer(TransportId transport, String offer, Events events) {
        if (offer.startsWith("refuse")) {
            return CompletableFuture.failedFuture(
                    new RefusedException("The offer has no codec we know."));
        }
        open.add(transport);
        events.onConnected(transport);
        return CompletableFuture.completedFuture(ANSWER);
    }

    @Override
    public void replacePublisher(TransportId former, TransportId successor) {}

    @Override
    public void withhold(TransportId publisher, boolean audio, boolean video) {}

    @Override
    public void close(TransportId transport) {
        open.remove(transport);
    }

    public int openTransports() {
        return open.size();
    }
}
