package io.freshet.sdk.port;

import java.util.function.Consumer;

/// One peer connection, for one published or one played stream.
public interface MediaSession {
    /// The server's SDP answer to the last offer.
    void acceptAnswer(String sdp);

    /// Asks for a new offer on the same connection (ICE restart).
    void restartIce();

    /// Collects figures in the background and hands them over once.
    void collectStats(Consumer<MediaStats> consumer);

    /// Ends the connection and frees it; no listener call follows.
    void close();

    interface Listener {
        void onOffer(String sdp);

        void onConnected();

        /// The path is lost; the connection may come back by itself.
        void onDisconnected();

        /// The connection will not come back by itself.
        void onFailed(String reason);

        /// First packet of the kind received (playing) or frame sent (publishing).
        void onFirstAudio();

        void onFirstVideo();

        /// First picture shown on the canvas or handed to the frame sink.
        void onFirstVideoRendered();

        void onVideoSizeChanged(int width, int height);
    }
}
