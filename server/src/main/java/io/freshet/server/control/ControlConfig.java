package io.freshet.server.control;

import java.time.Duration;

/// Time-outs and bounds of the room service.
public record ControlConfig(Timing timing, Bounds bounds, Fanout fanout, Rates rates) {

    public ControlConfig(Timing timing, Bounds bounds) {
        this(timing, bounds, Fanout.defaults());
    }

    public ControlConfig(Timing timing, Bounds bounds, Fanout fanout) {
        this(timing, bounds, fanout, Rates.defaults());
    }

    public static ControlConfig defaults() {
        return new ControlConfig(Timing.defaults(), Bounds.defaults());
    }

    /// When things happen.
    ///
    /// @param heartbeatInterval how often clients are asked to be heard from, at least 1 s
    /// @param heartbeatTimeout a user not heard from for so long leaves the room
    /// @param helloTimeout a connection without a successful hello is closed after this
    /// @param userCountInterval between two user count notices of a room
    /// @param tokenWarning this long before its expiry a token's end is announced
    /// @param publisherGrace a stream whose transport ended stays this long for its publisher, if
    ///   it is connected, to publish again
    public record Timing(
            Duration heartbeatInterval,
            Duration heartbeatTimeout,
            Duration helloTimeout,
            Duration userCountInterval,
            Duration tokenWarning,
            Duration publisherGrace) {

        private static final Duration MAX_HEARTBEAT_INTERVAL = Duration.ofSeconds(15);
        private static final int HEARTBEATS_PER_TIMEOUT = 4;

        public static Timing defaults() {
            return withHeartbeatTimeout(Duration.ofSeconds(100));
        }

        /// Defaults, but for this time-out and the interval that follows from it: a quarter, at
        /// most 15 s.
        public static Timing withHeartbeatTimeout(Duration timeout) {
            Duration quarter = timeout.dividedBy(HEARTBEATS_PER_TIMEOUT);
            return new Timing(
                    quarter.compareTo(MAX_HEARTBEAT_INTERVAL) < 0
                            ? quarter
                            : MAX_HEARTBEAT_INTERVAL,
                    timeout,
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(20));
        }
    }

    /// How rooms tell many.
    ///
    /// @param largeRoom with more users than this, events and barrage messages of a short time are
    ///   sent together; in smaller rooms at once
    /// @param eventInterval how long events of a large room are gathered for each of its users
    /// @param portion users of a large room that are told of events at a time
    /// @param barrageInterval how long its barrage messages are
    /// @param messagesKept reliable messages a room keeps for those that are away or slow
    /// @param pageSize users and streams in one part of a snapshot, at most
    ///   [io.freshet.protocol.Limits#ROOM_PAGE_MAX_COUNT]; the smaller, the less is to be encoded
    ///   anew for each newcomer
    public record Fanout(
            int largeRoom,
            Duration eventInterval,
            int portion,
            Duration barrageInterval,
            int messagesKept,
            int pageSize) {

        public static Fanout defaults() {
            return new Fanout(200, Duration.ofMillis(50), 1_000, Duration.ofMillis(200), 200, 100);
        }
    }

    /// How often many clients together may ask for something. What one client, and what a room's
    /// messages may, is part of the contract: [io.freshet.protocol.Limits].
    ///
    /// @param callsPerSecond messages, commands and changes of extra info in all rooms of one AppID
    ///   (1002071)
    /// @param loginsPerSecond logins of one room that are not resumed (1002072)
    public record Rates(int callsPerSecond, int loginsPerSecond) {

        public static Rates defaults() {
            return new Rates(5_000, 200);
        }
    }

    /// How much there may be of anything, and the code that more is refused with.
    ///
    /// @param maxConnections open connections; more are closed at once
    /// @param maxRooms rooms at a time, over all projects (1002035)
    /// @param maxUsersPerRoom users in one room, whatever its first login asked for (1002034); a
    ///   snapshot of 10,000 fits into one message even if all names are as long as they may be
    /// @param maxRoomsPerSession rooms one client is in at a time (1002037)
    /// @param maxStreamsPerSession streams one login publishes at a time (1003025)
    /// @param maxPlaysPerSession streams one client plays or waits for at a time (1004010)
    /// @param maxPendingRequests requests of one connection that wait for the media plane (1002073)
    /// @param requestsPerSecond requests of one connection in the long run (1002073)
    /// @param requestBurst requests of one connection at once (1002073)
    /// @param maxHttpSessions sessions over HTTP at a time (1002071)
    /// @param eventLogLength events a room keeps for those that come back
    public record Bounds(
            int maxConnections,
            int maxRooms,
            int maxUsersPerRoom,
            int maxRoomsPerSession,
            int maxStreamsPerSession,
            int maxPlaysPerSession,
            int maxPendingRequests,
            int requestsPerSecond,
            int requestBurst,
            int maxHttpSessions,
            int eventLogLength) {

        public static Bounds defaults() {
            return new Bounds(200_000, 100_000, 10_000, 5, 4, 20, 32, 20, 100, 50_000, 1_000);
        }
    }
}
