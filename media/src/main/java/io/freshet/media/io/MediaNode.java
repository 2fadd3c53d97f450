package io.freshet.media.io;

import io.freshet.media.sdp.OfferRefusedException;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// The media plane of one process: one UDP port, every publisher and player on it. All methods may
/// be called from any thread and return at once, but [#statistics()], which waits for the loop.
///
/// Transport ids are the caller's; they must not be used twice while the first is alive.
public final class MediaNode implements AutoCloseable {
    private MediaNode() {}

    /// Binds the port, makes the certificate, warms the handshake up and starts the loop. Takes
    /// some hundred milliseconds.
    ///
    /// @throws IOException when the port cannot be bound
    @SuppressWarnings("DoNotCallSuggester")
    public static MediaNode start(MediaConfig config) throws IOException {
        throw new IOException("the media node cannot be started yet");
    }

    /// Answers a publisher's offer; viewers can play `transportId` once the future completes.
    ///
    /// The future fails with [OfferRefusedException] when the offer cannot be served.
    public CompletableFuture<String> publish(long transportId, String offer, Listener listener) {
        return refused();
    }

    /// Answers a player's offer for the stream of the publisher `publisherId`.
    ///
    /// The future fails with [OfferRefusedException] when the offer cannot be served or the
    /// publisher is gone.
    ///
    /// @param steadyDelay the viewer keeps [MediaConfig#steady()], so that viewers stay in step;
    ///   otherwise it plays as soon as it can
    public CompletableFuture<String> play(
            long transportId,
            long publisherId,
            boolean steadyDelay,
            String offer,
            Listener listener) {
        return refused();
    }

    /// Moves the viewers of `former` to `successor`, the same host's stream on a new transport.
    /// Unknown ids are ignored.
    public void replacePublisher(long former, long successor) {}

    /// Ends a transport; unknown ones are ignored. No event follows. Viewers of a closed publisher
    /// stay, without media, until they are closed or moved.
    public void close(long transportId) {}

    public MediaStatistics statistics() {
        return new MediaStatistics(Map.of(), 0, 0, 0, 0, 0, 0, Map.of(), 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    /// The UDP port that was bound.
    public int port() {
        return 0;
    }

    /// Ends every transport (the peers are told by DTLS close_notify) and frees the port. No events
    /// follow.
    @Override
    public void close() {}

    /// Told about one transport, on a thread of the node's own, one event after the other; must
    /// return soon.
    public interface Listener {
        /// ICE and DTLS are up: media can flow. Comes again after [#onInterrupted].
        void onConnected(long transportId);

        /// Nothing was heard from the peer for the time [MediaConfig#ice()] sets.
        void onInterrupted(long transportId);

        /// The transport is gone without [MediaNode#close(long)]; the last event.
        void onEnded(long transportId, String reason);
    }

    private static <T> CompletableFuture<T> refused() {
        return CompletableFuture.failedFuture(
                new OfferRefusedException("This node does not serve media yet."));
    }
}
