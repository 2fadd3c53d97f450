package io.freshet.server.usage;

/// Counters of the recording at one moment; all but `running` only grow.
///
/// @param running plays and publications that are being counted
/// @param lostSeconds could neither be written nor kept
public record UsageStatistics(
        int running, long piecesWritten, long storeFailures, long lostSeconds) {}
