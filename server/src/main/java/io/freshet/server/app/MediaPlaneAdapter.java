package io.freshet.server.app;

import io.freshet.media.io.MediaNode;
import io.freshet.media.sdp.OfferRefusedException;
import io.freshet.server.control.MediaPlane;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The room service's port to media, on a [MediaNode].
final class MediaPlaneAdapter implements MediaPlane {
    /// RFC 8866 §6.6.
    private static final Pattern VIDEO_FORMAT =
            Pattern.compile("a=rtpmap:\\d+ ([A-Za-z0-9]+)/90000");

    private final MediaNode node;

    MediaPlaneAdapter(MediaNode node) {
        this.node = node;
    }

    @Override
    public CompletionStage<String> publish(TransportId transport, String offer, Events events) {
        return translated(
                node.publish(transport.value(), offer, new Relay(events))
                        .thenApply(answer -> {
                            videoCodec(answer)
                                    .ifPresent(codec -> events.onVideoCodec(transport, codec));
                            return answer;
                        }));
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
    public void withhold(TransportId publisher, boolean audio, boolean video) {
        node.withhold(publisher.value(), audio, video);
    }

    @Override
    public void close(TransportId transport) {
        node.close(transport.value());
    }

    /// The codec that was chosen is the first format of the answer's video section.
    static Optional<String> videoCodec(String answer) {
        boolean inVideo = false;
        for (String line : answer.lines().toList()) {
            if (line.startsWith("m=")) {
                // RFC 8829 §5.3.1: port 0 refuses the section.
                inVideo = line.startsWith("m=video ") && !line.startsWith("m=video 0 ");
            }
            Matcher format = VIDEO_FORMAT.matcher(line);
            if (inVideo && format.matches()) {
                return Optional.of(format.group(1));
            }
        }
        return Optional.empty();
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

        @Override
        public void onPicture(long transportId, int width, int height) {
            events.onPicture(new TransportId(transportId), width, height);
        }
    }
}
