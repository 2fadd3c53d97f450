package io.freshet.media.forward;

import java.nio.ByteBuffer;

/// One viewer of a published stream. Used by the thread that owns the stream.
public final class Subscription {
    Subscription() {}

    /// The viewer's transport can send: media starts, video with a keyframe, which is asked for.
    public void onConnected(long nowNs) {}

    /// Takes a decrypted compound RTCP packet from the viewer.
    public void onRtcp(ByteBuffer plain, int offset, int length, long nowNs) {}

    /// Goes on with another stream (the host came back on a new transport). Sequence numbers and
    /// timestamps continue; video goes on at the successor's next keyframe.
    ///
    /// @return false when the successor lacks a codec this viewer negotiated; tracks that fit have
    ///   moved nevertheless
    public boolean moveTo(PublishedStream successor, long nowNs) {
        return true;
    }

    public void onTimeout(long nowNs) {}

    public long nextTimeoutNs() {
        return PublishedStream.NEVER;
    }

    public SubscriptionStatistics statistics() {
        return new SubscriptionStatistics(0, 0, 0, 0, 0, 0, 0, 0);
    }

    /// Leaves the stream and sends BYE (RFC 3550 §6.6).
    public void close() {}
}
