package io.freshet.sdk.port;

/// Running totals of one [MediaSession]; the SDK turns two of them into rates. Zero where a figure
/// does not apply.
///
/// @param roundTripMs -1 when not measured yet
/// @param jitterBufferDelayMs mean delay in the video jitter buffer so far
public record MediaStats(
        long timestampNs,
        long videoBytes,
        long audioBytes,
        long videoPackets,
        long audioPackets,
        long videoPacketsLost,
        long audioPacketsLost,
        long videoFramesCaptured,
        long videoFramesCoded,
        long videoFramesTransferred,
        long videoFreezes,
        double videoFreezeSeconds,
        double roundTripMs,
        double jitterBufferDelayMs,
        int videoWidth,
        int videoHeight,
        String videoCodec) {}
