package io.freshet.media.forward;

import io.freshet.media.rtp.TrackParameters;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// One published stream: receives its tracks, asks the publisher again for what is lost, and hands
/// every packet to the subscriptions. Single-threaded; owns no clock: the caller passes `nowNs` and
/// calls back at [#nextTimeoutNs()].
public final class PublishedStream {
    /// No timeout is pending.
    public static final long NEVER = Long.MAX_VALUE;

    private final List<TrackParameters> tracks;

    /// @param tracks what the publisher's negotiation gave, seen from the publisher
    /// @param publisherFeedback RTCP to the publisher
    /// @param random SSRCs and first sequence numbers come from it
    public PublishedStream(
            List<TrackParameters> tracks,
            PeerEgress publisherFeedback,
            ForwardConfig config,
            RandomGenerator random) {
        this.tracks = List.copyOf(tracks);
    }

    /// Takes a decrypted RTP packet; the buffer is read during the call only.
    public void onRtp(ByteBuffer plain, int offset, int length, long nowNs) {}

    /// Takes a decrypted compound RTCP packet from the publisher.
    public void onRtcp(ByteBuffer plain, int offset, int length, long nowNs) {}

    /// The round trip to the publisher as the transport knows it (ICE checks, for instance).
    public void onRttUpdated(long rttNs) {}

    /// Adds a viewer. Nothing is sent to it before [Subscription#onConnected].
    ///
    /// @param viewerTracks what the viewer's negotiation gave, with the SSRCs that we chose; a
    ///   track is matched to a published one by codec
    /// @throws IllegalStateException when the stream is closed or has all the subscriptions it may
    public Subscription subscribe(
            List<TrackParameters> viewerTracks,
            PeerEgress egress,
            SubscriptionConfig subscriptionConfig,
            long nowNs) {
        return new Subscription();
    }

    public List<TrackParameters> tracks() {
        return tracks;
    }

    public void onTimeout(long nowNs) {}

    public long nextTimeoutNs() {
        return NEVER;
    }

    public ForwardStatistics statistics() {
        return new ForwardStatistics(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Map.of());
    }

    /// Ends the stream. Viewers get a BYE unless they were moved to a successor before.
    public void close() {}
}
