package io.freshet.protocol;

import static io.freshet.protocol.Limits.COUNT_MAX;

import io.freshet.protocol.message.ClientMessage;
import io.freshet.protocol.message.ClientMessage.Heartbeat;
import io.freshet.protocol.message.ClientMessage.Hello;
import io.freshet.protocol.message.ClientMessage.Login;
import io.freshet.protocol.message.ClientMessage.Logout;
import io.freshet.protocol.message.ClientMessage.Play;
import io.freshet.protocol.message.ClientMessage.Publish;
import io.freshet.protocol.message.ClientMessage.RenewToken;
import io.freshet.protocol.message.ClientMessage.Resume;
import io.freshet.protocol.message.ClientMessage.SendBarrageMessage;
import io.freshet.protocol.message.ClientMessage.SendBroadcastMessage;
import io.freshet.protocol.message.ClientMessage.SendCustomCommand;
import io.freshet.protocol.message.ClientMessage.SendTransparentMessage;
import io.freshet.protocol.message.ClientMessage.SetRoomExtraInfo;
import io.freshet.protocol.message.ClientMessage.SetStreamDeviceStates;
import io.freshet.protocol.message.ClientMessage.SetStreamExtraInfo;
import io.freshet.protocol.message.ClientMessage.StopPlaying;
import io.freshet.protocol.message.ClientMessage.StopPublishing;
import io.freshet.protocol.message.DeviceState;
import io.freshet.protocol.message.ResourceMode;
import io.freshet.protocol.message.TransparentMessageMode;
import java.util.List;

/// Makes requests of JSON objects.
final class ClientMessageReader {

    private static final WireNames<ResourceMode> RESOURCE_MODES =
            new WireNames<>(ResourceMode.class);
    private static final WireNames<DeviceState> DEVICE_STATES = new WireNames<>(DeviceState.class);
    private static final WireNames<TransparentMessageMode> TRANSPARENT_MESSAGE_MODES =
            new WireNames<>(TransparentMessageMode.class);

    private ClientMessageReader() {}

    static ClientMessage read(String type, Fields in) throws MalformedMessageException {
        return switch (type) {
            case "hello" -> hello(in);
            case "login" -> login(in);
            case "logout" -> new Logout(id(in), in.text("roomId"));
            case "renewToken" -> new RenewToken(id(in), in.text("roomId"), in.text("token"));
            case "publish" ->
                    new Publish(
                            id(in),
                            in.text("roomId"),
                            in.text("streamId"),
                            in.text("extraInfo"),
                            offer(in),
                            in.choice("camera", DEVICE_STATES, DeviceState.OPEN),
                            in.choice("microphone", DEVICE_STATES, DeviceState.OPEN));
            case "stopPublishing" ->
                    new StopPublishing(id(in), in.text("roomId"), in.text("streamId"));
            case "setStreamExtraInfo" ->
                    new SetStreamExtraInfo(
                            id(in), in.text("roomId"), in.text("streamId"), in.text("extraInfo"));
            case "setStreamDeviceStates" ->
                    new SetStreamDeviceStates(
                            id(in),
                            in.text("roomId"),
                            in.text("streamId"),
                            in.choice("camera", DEVICE_STATES),
                            in.choice("microphone", DEVICE_STATES));
            case "setRoomExtraInfo" ->
                    new SetRoomExtraInfo(
                            id(in),
                            in.text("roomId"),
                            in.required("key", ErrorCode.ROOM_ROOM_EXTRA_INFO_KEY_EMPTY),
                            in.text("value"));
            case "sendBroadcastMessage" ->
                    new SendBroadcastMessage(id(in), in.text("roomId"), content(in, "message"));
            case "sendBarrageMessage" ->
                    new SendBarrageMessage(id(in), in.text("roomId"), content(in, "message"));
            case "sendCustomCommand" ->
                    new SendCustomCommand(
                            id(in), in.text("roomId"), content(in, "command"), receivers(in));
            case "sendTransparentMessage" ->
                    new SendTransparentMessage(
                            id(in),
                            in.text("roomId"),
                            in.choice("sendMode", TRANSPARENT_MESSAGE_MODES),
                            content(in, "content"),
                            receivers(in));
            case "play" ->
                    new Play(
                            id(in),
                            in.text("streamId"),
                            in.choice("resourceMode", RESOURCE_MODES),
                            offer(in));
            case "stopPlaying" -> new StopPlaying(id(in), in.text("streamId"));
            case "heartbeat" -> new Heartbeat(id(in));
            default -> throw in.unknownType();
        };
    }

    private static Hello hello(Fields in) throws MalformedMessageException {
        return new Hello(
                id(in),
                in.count("version"),
                in.texts(
                        "capabilities", Limits.CAPABILITIES_MAX_COUNT, Limits.CAPABILITY_MAX_BYTES),
                in.number("appId", 0, Limits.APP_ID_MAX),
                in.optionalText("proof", Limits.OPAQUE_MAX_BYTES),
                in.text("userAgent", Limits.USER_AGENT_MAX_BYTES));
    }

    private static Login login(Fields in) throws MalformedMessageException {
        return new Login(
                id(in),
                in.text("roomId"),
                in.text("userId"),
                in.text("userName"),
                in.has("token") ? in.text("token") : null,
                in.count("maxMemberCount"),
                in.flag("userStatusNotify"),
                in.has("resume") ? in.object("resume", ClientMessageReader::resume) : null);
    }

    private static Resume resume(Fields in) throws MalformedMessageException {
        return new Resume(
                in.text("resumeKey", Limits.OPAQUE_MAX_BYTES),
                in.number("version", 0, COUNT_MAX),
                in.number("messageId", 0, COUNT_MAX, 0));
    }

    private static String content(Fields in, String name) throws MalformedMessageException {
        return in.required(name, ErrorCode.IM_CONTENT_NULL);
    }

    /// Whether each is a userID is the business of [MessageContents].
    private static List<String> receivers(Fields in) throws MalformedMessageException {
        return in.texts("toUserIds", Limits.MESSAGE_RECEIVERS_MAX_COUNT, Integer.MAX_VALUE);
    }

    private static long id(Fields in) throws MalformedMessageException {
        return in.number("id", 1, COUNT_MAX);
    }

    private static String offer(Fields in) throws MalformedMessageException {
        return in.text("offer", Limits.SDP_MAX_BYTES);
    }
}
