package io.freshet.protocol.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A request from an SDK to the server. Each has an `id`, chosen by the client, larger than every
/// earlier one of the connection, and is answered exactly once with an [Answer] of the same id.
/// Requests may be sent without waiting for the answers of earlier ones; the server handles them in
/// order.
public sealed interface ClientMessage {
    long id();

    /// First request of a connection. `proof` is the AppSign proof over the nonce of
    /// [ServerMessage.Welcome]; absent when the engine has no AppSign.
    record Hello(
            long id,
            int version,
            List<String> capabilities,
            long appId,
            @Nullable String proof,
            String userAgent)
            implements ClientMessage {
        public Hello {
            capabilities = List.copyOf(capabilities);
        }
    }

    /// Enters a room, or, with `resume`, goes on with an earlier login of it.
    record Login(
            long id,
            String roomId,
            String userId,
            String userName,
            @Nullable String token,
            int maxMemberCount,
            boolean userStatusNotify,
            @Nullable Resume resume)
            implements ClientMessage {}

    /// The login to go on with: the key of [Answer.LoggedIn], the version of the client's view and
    /// the largest `messageId` of a reliable message that it knows of. A client whose view lacks
    /// pages says version 0 and gets a snapshot; with the message 0 nothing is repeated.
    record Resume(String resumeKey, long version, long messageId) {
        public Resume(String resumeKey, long version) {
            this(resumeKey, version, 0);
        }
    }

    record Logout(long id, String roomId) implements ClientMessage {}

    /// Replaces the token of a login; counts for the next login and publish.
    record RenewToken(long id, String roomId, String token) implements ClientMessage {}

    /// Publishes a stream with an SDP offer. A second publish of the same stream by the same login
    /// replaces the transport (a reconnect) without anybody being told.
    record Publish(
            long id,
            String roomId,
            String streamId,
            String extraInfo,
            String offer,
            DeviceState camera,
            DeviceState microphone)
            implements ClientMessage {
        public Publish(long id, String roomId, String streamId, String extraInfo, String offer) {
            this(id, roomId, streamId, extraInfo, offer, DeviceState.OPEN, DeviceState.OPEN);
        }
    }

    record StopPublishing(long id, String roomId, String streamId) implements ClientMessage {}

    record SetStreamExtraInfo(long id, String roomId, String streamId, String extraInfo)
            implements ClientMessage {}

    /// Tells the others in the room how the devices behind a published stream fare.
    record SetStreamDeviceStates(
            long id, String roomId, String streamId, DeviceState camera, DeviceState microphone)
            implements ClientMessage {}

    /// Plays a stream of any room of the AppID with an SDP offer. While the stream does not exist
    /// the answer is 1004002 and [ServerMessage.StreamPlayable] follows once it does.
    record Play(long id, String streamId, ResourceMode resourceMode, String offer)
            implements ClientMessage {}

    record StopPlaying(long id, String streamId) implements ClientMessage {}

    /// Writes the room's extra info; there is one key in a room, that of the first writer.
    record SetRoomExtraInfo(long id, String roomId, String key, String value)
            implements ClientMessage {}

    /// A message to everybody else in the room, reliable: answered with [Answer.MessageSent].
    record SendBroadcastMessage(long id, String roomId, String message) implements ClientMessage {}

    /// A message to everybody else in the room that may be lost where there are too many: answered
    /// with [Answer.MessageSent].
    record SendBarrageMessage(long id, String roomId, String message) implements ClientMessage {}

    /// A reliable command to some users of the room; an empty list means everybody else in it.
    record SendCustomCommand(long id, String roomId, String command, List<String> toUserIds)
            implements ClientMessage {
        public SendCustomCommand {
            toUserIds = List.copyOf(toUserIds);
        }
    }

    /// Bytes, in Base64 (RFC 4648 §4), to some users of the room, the application's backend or
    /// both; an empty list means everybody else in the room.
    record SendTransparentMessage(
            long id,
            String roomId,
            TransparentMessageMode sendMode,
            String content,
            List<String> toUserIds)
            implements ClientMessage {
        public SendTransparentMessage {
            toUserIds = List.copyOf(toUserIds);
        }
    }

    /// Keeps the session alive when nothing else is sent.
    record Heartbeat(long id) implements ClientMessage {}
}
