package io.freshet.protocol.message;

import java.util.List;

/// The one answer to a request. `code` 0 is success, anything else one of `ErrorCode`; `message` is
/// a sentence for a developer, empty on success. `result` is [None] unless the request succeeded
/// and its kind has one.
public record Answer(long id, int code, String message, Result result) implements ServerMessage {

    public static Answer ok(long id, Result result) {
        return new Answer(id, 0, "", result);
    }

    public static Answer ok(long id) {
        return ok(id, None.INSTANCE);
    }

    public static Answer refused(long id, int code, String message) {
        return new Answer(id, code, message, None.INSTANCE);
    }

    public sealed interface Result {}

    public enum None implements Result {
        INSTANCE
    }

    /// Answers [ClientMessage.Hello]. The heartbeat figures are the server's configuration.
    public record Greeted(
            int version, List<String> capabilities, int heartbeatIntervalMs, int heartbeatTimeoutMs)
            implements Result {
        public Greeted {
            capabilities = List.copyOf(capabilities);
        }
    }

    /// Answers [ClientMessage.Login]. A fresh login, or a resume that could not be exact, carries a
    /// snapshot; an exact resume carries the events missed. `messageId` is the newest reliable
    /// message of the room that the receiver will not get any more, because it came too late for it
    /// or has it already; 0 from a server that repeats no messages.
    public record LoggedIn(
            String roomSessionId, String resumeKey, long version, RoomState state, long messageId)
            implements Result {
        public LoggedIn(String roomSessionId, String resumeKey, long version, RoomState state) {
            this(roomSessionId, resumeKey, version, state, 0);
        }
    }

    public sealed interface RoomState {}

    /// The room at `version` but for the receiver's own: the other users, their streams and what
    /// belongs to the room. `users` is empty for a login without user notices; `userCount` counts
    /// everybody, the receiver included. With `more` it is the first part only and
    /// [ServerMessage.RoomPage] follow, the last of them without `more`.
    public record Snapshot(
            List<RoomUser> users,
            List<RoomStream> streams,
            int userCount,
            List<RoomExtraInfo> roomExtraInfo,
            boolean more)
            implements RoomState {
        public Snapshot {
            users = List.copyOf(users);
            streams = List.copyOf(streams);
            roomExtraInfo = List.copyOf(roomExtraInfo);
        }

        /// A whole room that has no extra info.
        public Snapshot(List<RoomUser> users, List<RoomStream> streams, int userCount) {
            this(users, streams, userCount, List.of(), false);
        }
    }

    /// The events after the version named in the resume, in order. If they are many it is the first
    /// of them, up to the `version` beside it, and [ServerMessage.RoomEvents] bring the others.
    public record Missed(List<RoomEvent> events) implements RoomState {
        public Missed {
            events = List.copyOf(events);
        }
    }

    /// Answers [ClientMessage.SendBroadcastMessage] and [ClientMessage.SendBarrageMessage]: the
    /// message's number in the room and when the server took it, in milliseconds since 1970.
    public record MessageSent(long messageId, long sendTimeMs) implements Result {}

    /// Answers [ClientMessage.Publish] and [ClientMessage.Play] with the SDP answer.
    public record Negotiated(String answer) implements Result {}
}
