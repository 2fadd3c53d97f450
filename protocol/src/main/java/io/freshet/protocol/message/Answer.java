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
    /// snapshot; an exact resume carries the events missed.
    public record LoggedIn(String roomSessionId, String resumeKey, long version, RoomState state)
            implements Result {}

    public sealed interface RoomState {}

    /// Everything in the room at `version` but the receiver's own: the other users and their
    /// streams. `users` is empty for a login without user notices; `userCount` counts everybody,
    /// the receiver included.
    public record Snapshot(List<RoomUser> users, List<RoomStream> streams, int userCount)
            implements RoomState {
        public Snapshot {
            users = List.copyOf(users);
            streams = List.copyOf(streams);
        }
    }

    /// The events after the version named in the resume, in order.
    public record Missed(List<RoomEvent> events) implements RoomState {
        public Missed {
            events = List.copyOf(events);
        }
    }

    /// Answers [ClientMessage.Publish] and [ClientMessage.Play] with the SDP answer.
    public record Negotiated(String answer) implements Result {}
}
