package io.freshet.server.console;

import java.util.List;

/// What the media plane has counted of one published stream since it began.
///
/// @param transportId names the publisher's connection
public record StreamCounters(long transportId, List<Track> tracks, List<Viewer> viewers) {
    public StreamCounters {
        tracks = List.copyOf(tracks);
        viewers = List.copyOf(viewers);
    }

    /// One track as it comes in.
    ///
    /// @param codec as in SDP
    /// @param bytes of payload
    /// @param rttMs 0 while unknown
    /// @param width 0 while unknown, and for sound
    public record Track(
            boolean video,
            String codec,
            long packets,
            long bytes,
            long frames,
            long keyframeRequests,
            long lost,
            long recovered,
            double jitterMs,
            double rttMs,
            int width,
            int height) {}

    /// One viewer, as the stream goes out to it.
    ///
    /// @param nacks packets it asked for again
    /// @param retransmissions of them, those sent again
    /// @param fractionLost its last report, 0 to 1
    public record Viewer(
            long transportId,
            long packets,
            long bytes,
            long nacks,
            long retransmissions,
            double rttMs,
            double fractionLost) {}
}
