package io.freshet.media.forward;

/// Counters of one viewer since its subscription began, over all its tracks.
///
/// @param nacked packets the viewer asked for again
/// @param retransmissions of them, those sent again
/// @param keyframeRequests by this viewer
/// @param rtcpDropped malformed or unknown RTCP packets
/// @param rttMs round trip to the viewer, 0 while unknown
/// @param fractionLost the viewer's last report of loss, 0 to 1
public record SubscriptionStatistics(
        long packetsOut,
        long bytesOut,
        long nacked,
        long retransmissions,
        long keyframeRequests,
        long rtcpDropped,
        double rttMs,
        double fractionLost) {}
