package io.freshet.server.control;

import java.util.concurrent.CompletionStage;

/// The media plane as the room service sees it. A transport is one peer connection, named by the
/// room service; everything about SDP, ICE and packets stays on the other side.
///
/// Calls return at once; results and [Events] arrive on any thread.
public interface MediaPlane {

    /// Takes a publisher's SDP offer and answers it. The media is reachable for players under
    /// `transport` as soon as the stage completes.
    ///
    /// Fails with [RefusedException] when the offer cannot be accepted.
    CompletionStage<String> publish(TransportId transport, String offer, Events events);

    /// Takes a player's SDP offer for the media of `publisher` and answers it. With `STEADY` the
    /// player keeps a small equal delay, with `FASTEST` none.
    ///
    /// Fails with [RefusedException] when the offer does not fit or the publisher is gone.
    CompletionStage<String> play(
            TransportId transport,
            TransportId publisher,
            Delivery delivery,
            String offer,
            Events events);

    /// Moves the viewers of one publisher to another that carries the same stream on (the host
    /// reconnected). They see a freeze, not a restart. The former may have ended by itself before
    /// ([Events#onEnded]): its viewers stay until it is closed.
    void replacePublisher(TransportId former, TransportId successor);

    /// Keeps a publisher's audio, its video or both from all who play it, now and later, or hands
    /// it on again; a call replaces those before. Nobody's transport ends. Unknown ones are
    /// ignored.
    void withhold(TransportId publisher, boolean audio, boolean video);

    /// Ends a transport; unknown ones are ignored. No event follows.
    void close(TransportId transport);

    enum Delivery {
        FASTEST,
        STEADY
    }

    record TransportId(long value) {}

    interface Events {
        /// ICE and DTLS are up: media can flow.
        void onConnected(TransportId transport);

        /// Nothing was heard from the peer for the configured time.
        void onInterrupted(TransportId transport);

        /// The transport is gone without [MediaPlane#close]: the peer closed it or it failed.
        void onEnded(TransportId transport, String reason);

        /// What the answer to a publisher said about its video, as in SDP (`VP8`); comes before the
        /// answer, and not at all without video.
        default void onVideoCodec(TransportId transport, String codec) {}

        /// There is a picture in what a publisher sends, of this size in pixels, or of another than
        /// before; 0 and 0 if the size cannot be told.
        default void onPicture(TransportId transport, int width, int height) {}
    }

    /// The peer's offer cannot be served; the message is a sentence for its developer.
    final class RefusedException extends Exception {
        private static final long serialVersionUID = 1L;

        public RefusedException(String message) {
            super(message);
        }
    }
}
