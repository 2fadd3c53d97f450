package io.freshet.server.console;

import io.freshet.server.control.ControlStatistics;
import java.time.Instant;

/// One server as it is at a moment.
///
/// @param id names it among others
/// @param ready new clients are welcome
/// @param cpuLoad of the whole machine, 0 to 1; negative while unknown
/// @param diskFreeBytes where the data directory is
public record NodeState(
        String id,
        String version,
        Instant startedAt,
        Instant at,
        boolean ready,
        double cpuLoad,
        int processors,
        long heapUsedBytes,
        long heapMaxBytes,
        long diskFreeBytes,
        ControlStatistics rooms,
        Media media,
        Books books) {

    /// The media half.
    ///
    /// @param sampledAt when it answered last
    /// @param receivedBps over the last seconds, as sentBps
    /// @param loopTurnMaxMs the longest turn of the packet loop since the start
    public record Media(
            Instant sampledAt,
            int publishers,
            int subscriptions,
            long receivedBps,
            long sentBps,
            double loopTurnMaxMs,
            long failures,
            int receiveBufferBytes) {
        /// Before the first answer.
        public static final Media NONE = new Media(Instant.EPOCH, 0, 0, 0, 0, 0, 0, 0);
    }

    /// Callbacks and the record of usage.
    public record Books(
            int callbacksWaiting,
            long callbacksDropped,
            long callbacksGivenUp,
            long usageStoreFailures,
            long usageLostSeconds) {}
}
