package io.freshet.media.forward;

import io.freshet.media.rtp.Codec;
import io.freshet.media.rtp.MediaKind;

/// Counters of one published track since it began, and what is known of it now.
///
/// @param packets that could be handed on, repaired ones included
/// @param payloadBytes of them
/// @param frames pictures, or packets of sound; lost ones are not among them
/// @param keyframeRequests sent to the publisher for this track
/// @param lost packets found missing, whether or not they came later
/// @param recovered of them, those that arrived by retransmission
/// @param nacks packets asked for again
/// @param jitterMs RFC 3550 §6.4.1
/// @param rttMs to the publisher, as answers to NACKs tell it; 0 while unknown
/// @param width of the picture, 0 while unknown and for sound
public record TrackStatistics(
        MediaKind kind,
        Codec codec,
        long packets,
        long payloadBytes,
        long frames,
        long keyframes,
        long keyframeRequests,
        long lost,
        long recovered,
        long nacks,
        double jitterMs,
        double rttMs,
        int width,
        int height) {}
