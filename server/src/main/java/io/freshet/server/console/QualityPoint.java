package io.freshet.server.console;

/// How a stream came in, or went out to one viewer, between two samples.
public sealed interface QualityPoint {
    /// When the second sample was taken, in milliseconds since 1970-01-01T00:00:00Z.
    long atMs();

    /// From the publisher.
    ///
    /// @param lossPermille packets found missing, of those expected
    /// @param unrepairedPermille of them those that did not come in time either
    /// @param jitterMs of the worst track
    /// @param rttMs 0 while unknown
    /// @param keyframeRequests sent meanwhile
    record Published(
            long atMs,
            int videoBps,
            int audioBps,
            int framesPerSecond,
            int width,
            int height,
            int lossPermille,
            int unrepairedPermille,
            int jitterMs,
            int rttMs,
            int keyframeRequests)
            implements QualityPoint {}

    /// To a viewer.
    ///
    /// @param lossPermille as the viewer reported it last
    /// @param rttMs 0 while unknown
    /// @param nacks packets it asked for again meanwhile
    /// @param retransmissions packets sent again meanwhile
    record Played(long atMs, int bps, int lossPermille, int rttMs, int nacks, int retransmissions)
            implements QualityPoint {}
}
