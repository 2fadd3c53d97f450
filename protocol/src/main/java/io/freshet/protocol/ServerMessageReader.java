package io.freshet.protocol;

import static io.freshet.protocol.Limits.CAPABILITIES_MAX_COUNT;
import static io.freshet.protocol.Limits.CAPABILITY_MAX_BYTES;
import static io.freshet.protocol.Limits.COUNT_MAX;
import static io.freshet.protocol.Limits.OPAQUE_MAX_BYTES;

import io.freshet.protocol.message.Answer;
import io.freshet.protocol.message.Answer.Greeted;
import io.freshet.protocol.message.Answer.LoggedIn;
import io.freshet.protocol.message.Answer.MessageSent;
import io.freshet.protocol.message.Answer.Missed;
import io.freshet.protocol.message.Answer.Negotiated;
import io.freshet.protocol.message.Answer.Snapshot;
import io.freshet.protocol.message.DeviceState;
import io.freshet.protocol.message.RoomEvent;
import io.freshet.protocol.message.RoomEvent.RoomExtraInfoChanged;
import io.freshet.protocol.message.RoomEvent.StreamAdded;
import io.freshet.protocol.message.RoomEvent.StreamDeviceStatesChanged;
import io.freshet.protocol.message.RoomEvent.StreamExtraInfoChanged;
import io.freshet.protocol.message.RoomEvent.StreamRemoved;
import io.freshet.protocol.message.RoomEvent.UserJoined;
import io.freshet.protocol.message.RoomEvent.UserLeft;
import io.freshet.protocol.message.RoomExtraInfo;
import io.freshet.protocol.message.RoomMessage;
import io.freshet.protocol.message.RoomStream;
import io.freshet.protocol.message.RoomUser;
import io.freshet.protocol.message.ServerMessage;
import io.freshet.protocol.message.ServerMessage.BarrageMessages;
import io.freshet.protocol.message.ServerMessage.BroadcastMessages;
import io.freshet.protocol.message.ServerMessage.Closing;
import io.freshet.protocol.message.ServerMessage.CustomCommand;
import io.freshet.protocol.message.ServerMessage.KickedOut;
import io.freshet.protocol.message.ServerMessage.MediaState;
import io.freshet.protocol.message.ServerMessage.PlayStateChanged;
import io.freshet.protocol.message.ServerMessage.PublishStateChanged;
import io.freshet.protocol.message.ServerMessage.RoomEvents;
import io.freshet.protocol.message.ServerMessage.RoomPage;
import io.freshet.protocol.message.ServerMessage.RoomSnapshot;
import io.freshet.protocol.message.ServerMessage.StreamPlayable;
import io.freshet.protocol.message.ServerMessage.TokenWillExpire;
import io.freshet.protocol.message.ServerMessage.TransparentMessage;
import io.freshet.protocol.message.ServerMessage.UserCount;
import io.freshet.protocol.message.ServerMessage.Welcome;
import io.freshet.protocol.message.StreamRemovalReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes answers and notices of JSON objects.
final class ServerMessageReader {

    private static final WireNames<MediaState> MEDIA_STATES = new WireNames<>(MediaState.class);
    private static final WireNames<StreamRemovalReason> REMOVAL_REASONS =
            new WireNames<>(StreamRemovalReason.class);

    private static final WireNames<DeviceState> DEVICE_STATES = new WireNames<>(DeviceState.class);

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
            case "roomEvents" -> new RoomEvents(in.text("roomId"), version(in), events(in));
            case "roomSnapshot" ->
                    new RoomSnapshot(
                            in.text("roomId"),
                            version(in),
                            in.object("snapshot", ServerMessageReader::snapshot));
            case "roomPage" ->
                    new RoomPage(
                            in.text("roomId"),
                            version(in),
                            in.objects("users", ServerMessageReader::user),
                            in.objects("streams", ServerMessageReader::stream),
                            in.flag("more"));
            case "broadcastMessages" -> new BroadcastMessages(in.text("roomId"), messages(in));
            case "barrageMessages" -> new BarrageMessages(in.text("roomId"), messages(in));
            case "customCommand" ->
                    new CustomCommand(
                            in.text("roomId"),
                            messageId(in),
                            user("fromUser", in),
                            in.text("command"));
            case "transparentMessage" ->
                    new TransparentMessage(
                            in.text("roomId"), user("fromUser", in), in.text("content"));
            case "userCount" -> new UserCount(in.text("roomId"), in.count("count"));
            case "kickedOut" ->
                    new KickedOut(
                            in.text("roomId"),
                            in.count("code"),
                            in.text("message"),
                            in.has("customReason") ? in.text("customReason") : "");
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
                            in.object("state", ServerMessageReader::roomState),
                            in.number("messageId", 0, COUNT_MAX, 0));
            case "messageSent" -> new MessageSent(messageId(in), timeMs("sendTimeMs", in));
            case "negotiated" -> new Negotiated(in.text("answer", Limits.SDP_MAX_BYTES));
            default ->
                    throw in.problem(
                            "kind", "is not one of [greeted, loggedIn, negotiated, messageSent]");
        };
    }

    private static Answer.RoomState roomState(Fields in) throws MalformedMessageException {
        return switch (in.text("kind")) {
            case "snapshot" -> snapshot(in);
            case "missed" -> new Missed(events(in));
            default -> throw in.problem("kind", "is not one of [snapshot, missed]");
        };
    }

    private static Snapshot snapshot(Fields in) throws MalformedMessageException {
        return new Snapshot(
                in.objects("users", ServerMessageReader::user),
                in.objects("streams", ServerMessageReader::stream),
                in.count("userCount"),
                in.optionalObjects("roomExtraInfo", ServerMessageReader::roomExtraInfo),
                in.has("more") && in.flag("more"));
    }

    private static List<RoomEvent> events(Fields in) throws MalformedMessageException {
        List<RoomEvent> events = new ArrayList<>();
        for (Optional<RoomEvent> event : in.objects("events", ServerMessageReader::event)) {
            event.ifPresent(events::add);
        }
        return events;
    }

    /// Empty for a kind of a later version, which is skipped: the version of the message that holds
    /// it counts it.
    private static Optional<RoomEvent> event(Fields in) throws MalformedMessageException {
        return Optional.ofNullable(eventOfKind(in.text("kind"), in));
    }

    private static @Nullable RoomEvent eventOfKind(String kind, Fields in)
            throws MalformedMessageException {
        return switch (kind) {
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
            case "streamDeviceStatesChanged" ->
                    new StreamDeviceStatesChanged(version(in), stream("stream", in));
            case "roomExtraInfoChanged" ->
                    new RoomExtraInfoChanged(
                            version(in),
                            in.object("roomExtraInfo", ServerMessageReader::roomExtraInfo));
            default -> null;
        };
    }

    private static RoomExtraInfo roomExtraInfo(Fields in) throws MalformedMessageException {
        return new RoomExtraInfo(
                in.text("key"),
                in.text("value"),
                user("updateUser", in),
                timeMs("updateTimeMs", in));
    }

    private static List<RoomMessage> messages(Fields in) throws MalformedMessageException {
        return in.objects("messages", ServerMessageReader::message);
    }

    private static RoomMessage message(Fields in) throws MalformedMessageException {
        return new RoomMessage(
                messageId(in), user("fromUser", in), in.text("message"), timeMs("sendTimeMs", in));
    }

    private static long messageId(Fields in) throws MalformedMessageException {
        return in.number("messageId", 1, COUNT_MAX);
    }

    private static long timeMs(String name, Fields in) throws MalformedMessageException {
        return in.number(name, 0, COUNT_MAX);
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
        return new RoomStream(
                in.text("streamId"),
                user("user", in),
                in.text("extraInfo"),
                deviceState("camera", in),
                deviceState("microphone", in));
    }

    /// A state of a later version is some fault: a word like this one must not cost a stream.
    private static DeviceState deviceState(String name, Fields in)
            throws MalformedMessageException {
        return in.has(name)
                ? DEVICE_STATES.find(in.text(name)).orElse(DeviceState.GENERIC_ERROR)
                : DeviceState.OPEN;
    }

    private static long version(Fields in) throws MalformedMessageException {
        return in.number("version", 0, COUNT_MAX);
    }
}
