package io.freshet.protocol.message;

import java.util.List;

/// What the server sends: the [Answer] to a request, or a notice.
public sealed interface ServerMessage
        permits Answer,
                ServerMessage.Welcome,
                ServerMessage.RoomEvents,
                ServerMessage.RoomSnapshot,
                ServerMessage.RoomPage,
                ServerMessage.UserCount,
                ServerMessage.BroadcastMessages,
                ServerMessage.BarrageMessages,
                ServerMessage.CustomCommand,
                ServerMessage.TransparentMessage,
                ServerMessage.KickedOut,
                ServerMessage.PublishStateChanged,
                ServerMessage.PlayStateChanged,
                ServerMessage.StreamPlayable,
                ServerMessage.TokenWillExpire,
                ServerMessage.Closing {

    /// Sent first, unasked, on every connection, so that the proof costs no round trip.
    record Welcome(int minVersion, int maxVersion, List<String> capabilities, String nonce)
            implements ServerMessage {
        public Welcome {
            capabilities = List.copyOf(capabilities);
        }
    }

    /// New entries of a room's event log. Versions grow but may skip: what the receiver did itself,
    /// and user events for a login without user notices, are left out. `version` is the room's
    /// after them.
    record RoomEvents(String roomId, long version, List<RoomEvent> events)
            implements ServerMessage {
        public RoomEvents {
            events = List.copyOf(events);
        }
    }

    /// Sent instead of events to a client that was too slow to get them all: the receiver's view at
    /// `version`. What differs from its view before is what it missed.
    record RoomSnapshot(String roomId, long version, Answer.Snapshot snapshot)
            implements ServerMessage {}

    /// More of a snapshot that had `more`, as the room is at `version`, and whether still more
    /// follows. Events up to `version` have come before it.
    record RoomPage(
            String roomId,
            long version,
            List<RoomUser> users,
            List<RoomStream> streams,
            boolean more)
            implements ServerMessage {
        public RoomPage {
            users = List.copyOf(users);
            streams = List.copyOf(streams);
        }
    }

    /// Messages of others, in the order of their ids; never the receiver's own.
    record BroadcastMessages(String roomId, List<RoomMessage> messages) implements ServerMessage {
        public BroadcastMessages {
            messages = List.copyOf(messages);
        }
    }

    /// Messages of others that may be lost and, unlike reliable ones, are not repeated.
    record BarrageMessages(String roomId, List<RoomMessage> messages) implements ServerMessage {
        public BarrageMessages {
            messages = List.copyOf(messages);
        }
    }

    /// `messageId` counts together with those of broadcast messages.
    record CustomCommand(String roomId, long messageId, RoomUser fromUser, String command)
            implements ServerMessage {}

    /// `content` is Base64 (RFC 4648 §4).
    record TransparentMessage(String roomId, RoomUser fromUser, String content)
            implements ServerMessage {}

    /// The number of users in the room; at most every 30 s by default, and after login.
    record UserCount(String roomId, int count) implements ServerMessage {}

    /// The login of this room is over. `message` is a sentence for a developer; `customReason` is
    /// the text of whoever ended it, for the application, and empty if there is none.
    record KickedOut(String roomId, int code, String message, String customReason)
            implements ServerMessage {
        public KickedOut(String roomId, int code, String message) {
            this(roomId, code, message, "");
        }
    }

    /// State of the media of a published stream as the server sees it.
    record PublishStateChanged(String streamId, MediaState state, int code, String message)
            implements ServerMessage {}

    record PlayStateChanged(String streamId, MediaState state, int code, String message)
            implements ServerMessage {}

    /// A stream this client waits for (answer 1004002) can be played now: send play again.
    record StreamPlayable(String streamId) implements ServerMessage {}

    record TokenWillExpire(String roomId, int remainingSeconds) implements ServerMessage {}

    /// The server is about to stop; connect again after `retryAfterMs`.
    record Closing(String reason, int retryAfterMs) implements ServerMessage {}

    /// CONNECTED: media flows; INTERRUPTED: the path is lost, a new offer may repair it; ENDED: the
    /// server has closed the transport for good.
    enum MediaState {
        CONNECTED,
        INTERRUPTED,
        ENDED
    }
}
