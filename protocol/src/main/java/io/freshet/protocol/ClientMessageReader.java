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
import io.freshet.protocol.message.ClientMessage.SetStreamExtraInfo;
import io.freshet.protocol.message.ClientMessage.StopPlaying;
import io.freshet.protocol.message.ClientMessage.StopPublishing;
import io.freshet.protocol.message.ResourceMode;

/// Makes requests of JSON objects.
final class ClientMessageReader {

    private static final WireNames<ResourceMode> RESOURCE_MODES =
            new WireNames<>(ResourceMode.class);

    private ClientMessageReader() {}

    static ClientMessage read(String type, Fields in) throws MalformedMessageException {
        return switch (type) {
            case "hello" -> hello(in);
            case "login" -> login(in);
            case "logout" -> new Logout(id(in), in.text("roomId"));
            case "renewToken" -> new RenewToken(id(in), in.text("roomId"), token(in));
            case "publish" ->
                    new Publish(
                            id(in),
                            in.text("roomId"),
                            in.text("streamId"),
                            in.text("extraInfo"),
                            offer(in));
            case "stopPublishing" ->
                    new StopPublishing(id(in), in.text("roomId"), in.text("streamId"));
            case "setStreamExtraInfo" ->
                    new SetStreamExtraInfo(
                            id(in), in.text("roomId"), in.text("streamId"), in.text("extraInfo"));
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
                in.optionalText("token", Limits.TOKEN_MAX_LENGTH),
                in.count("maxMemberCount"),
                in.flag("userStatusNotify"),
                in.has("resume") ? in.object("resume", ClientMessageReader::resume) : null);
    }

    private static Resume resume(Fields in) throws MalformedMessageException {
        return new Resume(
                in.text("resumeKey", Limits.OPAQUE_MAX_BYTES), in.number("version", 0, COUNT_MAX));
    }

    private static long id(Fields in) throws MalformedMessageException {
        return in.number("id", 1, COUNT_MAX);
    }

    private static String token(Fields in) throws MalformedMessageException {
        return in.text("token", Limits.TOKEN_MAX_LENGTH);
    }

    private static String offer(Fields in) throws MalformedMessageException {
        return in.text("offer", Limits.SDP_MAX_BYTES);
    }
}
