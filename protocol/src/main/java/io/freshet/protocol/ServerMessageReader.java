package io.freshet.protocol;

import static io.freshet.protocol.Limits.CAPABILITIES_MAX_COUNT;
import static io.freshet.protocol.Limits.CAPABILITY_MAX_BYTES;
import static io.freshet.protocol.Limits.COUNT_MAX;
import static io.freshet.protocol.Limits.OPAQUE_MAX_BYTES;

import io.freshet.protocol.message.Answer;
import io.freshet.protocol.message.Answer.Greeted;
import io.freshet.protocol.message.Answer.LoggedIn;
import io.freshet.protocol.message.Answer.Missed;
import io.freshet.protocol.message.Answer.Negotiated;
import io.freshet.protocol.message.Answer.Snapshot;
import io.freshet.protocol.message.RoomEvent;
import io.freshet.protocol.message.RoomEvent.StreamAdded;
import io.freshet.protocol.message.RoomEvent.StreamExtraInfoChanged;
import io.freshet.protocol.message.RoomEvent.StreamRemoved;
import io.freshet.protocol.message.RoomEvent.UserJoined;
import io.freshet.protocol.message.RoomEvent.UserLeft;
import io.freshet.protocol.message.RoomStream;
import io.freshet.protocol.message.RoomUser;
import io.freshet.protocol.message.ServerMessage;
import io.freshet.protocol.message.ServerMessage.Closing;
import io.freshet.protocol.message.ServerMessage.KickedOut;
import io.freshet.protocol.message.ServerMessage.MediaState;
import io.freshet.protocol.message.ServerMessage.PlayStateChanged;
import io.freshet.protocol.message.ServerMessage.PublishStateChanged;
import io.freshet.protocol.message.ServerMessage.RoomEvents;
import io.freshet.protocol.message.ServerMessage.RoomSnapshot;
import io.freshet.protocol.message.ServerMessage.StreamPlayable;
import io.freshet.protocol.message.ServerMessage.TokenWillExpire;
import io.freshet.protocol.message.ServerMessage.UserCount;
import io.freshet.protocol.message.ServerMessage.Welcome;
import io.freshet.protocol.message.StreamRemovalReason;

/// Makes answers and notices of JSON objects.
final class ServerMessageReader {

    private static final WireNames<MediaState> MEDIA_STATES = new WireNames<>(MediaState.class);
    private static final WireNames<StreamRemovalReason> REMOVAL_REASONS =
            new WireNames<>(StreamRemovalReason.class);

    private ServerMessageReader() {}

    static ServerMessage read(String type, Fields in) throws MalformedMessageException {
        return switch (type) {
            case "answer" -> answer(in);
            case "welcome" ->
                    new Welcome(
                            in.count("minVersion"),
                            in.count("maxVersion"),
                            in.texts("capabilities", CAPABILITIES_MAX_COUNT, CAPABILITY_MAX_BYTES),
                            in.text("nonce", OPAQUE_MAX_BYTES));
            case "roomEvents" ->
                    new RoomEvents(
                            in.text("roomId"),
                            version(in),
                            in.objects("events", ServerMessageReader::event));
            case "roomSnapshot" ->
                    new RoomSnapshot(
                            in.text("roomId"),
                            version(in),
                            in.object("snapshot", ServerMessageReader::snapshot));
            case "userCount" -> new UserCount(in.text("roomId"), in.count("count"));
            case "kickedOut" ->
                    new KickedOut(in.text("roomId"), in.count("code"), in.text("message"));
            case "publishStateChanged" ->
                    new PublishStateChanged(
                            in.text("streamId"),
                            in.choice("state", MEDIA_STATES),
                            in.count("code"),
                            in.text("message"));
            case "playStateChanged" ->
                    new PlayStateChanged(
                            in.text("streamId"),
                            in.choice("state", MEDIA_STATES),
                            in.count("code"),
                            in.text("message"));
            case "streamPlayable" -> new StreamPlayable(in.text("streamId"));
            case "tokenWillExpire" ->
                    new TokenWillExpire(in.text("roomId"), in.count("remainingSeconds"));
            case "closing" -> new Closing(in.text("reason"), in.count("retryAfterMs"));
            default -> throw in.unknownType();
        };
    }

    private static Answer answer(Fields in) throws MalformedMessageException {
        return new Answer(
                in.number("id", 0, COUNT_MAX),
                in.count("code"),
                in.text("message"),
                in.has("result")
                        ? in.object("result", ServerMessageReader::result)
                        : Answer.None.INSTANCE);
    }

    private static Answer.Result result(Fields in) throws MalformedMessageException {
        return switch (in.text("kind")) {
            case "greeted" ->
                    new Greeted(
                            in.count("version"),
                            in.texts("capabilities", CAPABILITIES_MAX_COUNT, CAPABILITY_MAX_BYTES),
                            in.count("heartbeatIntervalMs"),
                            in.count("heartbeatTimeoutMs"));
            case "loggedIn" ->
                    new LoggedIn(
                            in.text("roomSessionId", OPAQUE_MAX_BYTES),
                            in.text("resumeKey", OPAQUE_MAX_BYTES),
                            version(in),
                            in.object("state", ServerMessageReader::roomState));
            case "negotiated" -> new Negotiated(in.text("answer", Limits.SDP_MAX_BYTES));
            default -> throw in.problem("kind", "is not one of [greeted, loggedIn, negotiated]");
        };
    }

    private static Answer.RoomState roomState(Fields in) throws MalformedMessageException {
        return switch (in.text("kind")) {
            case "snapshot" -> snapshot(in);
            case "missed" -> new Missed(in.objects("events", ServerMessageReader::event));
            default -> throw in.problem("kind", "is not one of [snapshot, missed]");
        };
    }

    private static Snapshot snapshot(Fields in) throws MalformedMessageException {
        return new Snapshot(
                in.objects("users", ServerMessageReader::user),
                in.objects("streams", ServerMessageReader::stream),
                in.count("userCount"));
    }

    private static RoomEvent event(Fields in) throws MalformedMessageException {
        return switch (in.text("kind")) {
            case "userJoined" -> new UserJoined(version(in), user("user", in));
            case "userLeft" -> new UserLeft(version(in), user("user", in));
            case "streamAdded" -> new StreamAdded(version(in), stream("stream", in));
            case "streamRemoved" ->
                    new StreamRemoved(
                            version(in),
                            stream("stream", in),
                            in.choice("reason", REMOVAL_REASONS));
            case "streamExtraInfoChanged" ->
                    new StreamExtraInfoChanged(version(in), stream("stream", in));
            default ->
                    throw in.problem(
                            "kind",
                            "is not one of [userJoined, userLeft, streamAdded, streamRemoved,"
                                    + " streamExtraInfoChanged]");
        };
    }

    private static RoomUser user(String name, Fields in) throws MalformedMessageException {
        return in.object(name, ServerMessageReader::user);
    }

    private static RoomUser user(Fields in) throws MalformedMessageException {
        return new RoomUser(in.text("userId"), in.text("userName"));
    }

    private static RoomStream stream(String name, Fields in) throws MalformedMessageException {
        return in.object(name, ServerMessageReader::stream);
    }

    private static RoomStream stream(Fields in) throws MalformedMessageException {
        return new RoomStream(in.text("streamId"), user("user", in), in.text("extraInfo"));
    }

    private static long version(Fields in) throws MalformedMessageException {
        return in.number("version", 0, COUNT_MAX);
    }
}
