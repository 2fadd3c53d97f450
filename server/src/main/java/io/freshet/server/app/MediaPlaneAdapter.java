package io.freshet.server.app;

import io.freshet.media.io.MediaNode;
import io.freshet.media.sdp.OfferRefusedException;
import io.freshet.server.control.MediaPlane;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/// The room service's port to media, on a [MediaNode].
final class MediaPlaneAdapter implements MediaPlane {
    private final MediaNode node;

    MediaPlaneAdapter(MediaNode node) {
        this.node = node;
    }

    @Override
    public CompletionStage<String> publish(TransportId transport, String offer, Events events) {
        return translated(node.publish(transport.value(), offer, new Relay(events)));
    }

    @Override
    public CompletionStage<String> play(
            TransportId transport,
            TransportId publisher,
            Delivery delivery,
            String offer,
            Events events) {
        boolean steady = delivery == Delivery.STEADY;
        return translated(
                node.play(transport.value(), publisher.value(), steady, offer, new Relay(events)));
    }

    @Override
    public void replacePublisher(TransportId former, TransportId successor) {
        node.replacePublisher(former.value(), successor.value());
    }

    @Override
    public void close(TransportId transport) {
        node.close(transport.value());
    }

    private static CompletionStage<String> translated(CompletableFuture<String> answer) {
        return answer.exceptionallyCompose(MediaPlaneAdapter::translated);
    }

    private static CompletionStage<String> translated(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null
                        ? failure.getCause()
                        : failure;
        if (cause instanceof OfferRefusedException refusal) {
            return CompletableFuture.failedFuture(
                    new RefusedException(String.valueOf(refusal.getMessage())));
        }
        return CompletableFuture.failedFuture(cause);
    }

    private record Relay(Events events) implements MediaNode.Listener {
        @Override
        public void onConnected(long transportId) {
            events.onConnected(new TransportId(transportId));
        }

        @Override
        public void onInterrupted(long transportId) {
            events.onInterrupted(new TransportId(transportId));
        }

        @Override
        public void onEnded(long transportId, String reason) {
            events.onEnded(new TransportId(transportId), reason);
        }
    }
}
