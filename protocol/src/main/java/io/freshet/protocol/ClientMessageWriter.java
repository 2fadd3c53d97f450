package io.freshet.protocol;

import io.freshet.protocol.json.JsonWriter;
import io.freshet.protocol.message.ClientMessage;
import io.freshet.protocol.message.ClientMessage.Heartbeat;
import io.freshet.protocol.message.ClientMessage.Hello;
import io.freshet.protocol.message.ClientMessage.Login;
import io.freshet.protocol.message.ClientMessage.Logout;
import io.freshet.protocol.message.ClientMessage.Play;
import io.freshet.protocol.message.ClientMessage.Publish;
import io.freshet.protocol.message.ClientMessage.RenewToken;
import io.freshet.protocol.message.ClientMessage.SendBarrageMessage;
import io.freshet.protocol.message.ClientMessage.SendBroadcastMessage;
import io.freshet.protocol.message.ClientMessage.SendCustomCommand;
import io.freshet.protocol.message.ClientMessage.SendTransparentMessage;
import io.freshet.protocol.message.ClientMessage.SetRoomExtraInfo;
import io.freshet.protocol.message.ClientMessage.SetStreamDeviceStates;
import io.freshet.protocol.message.ClientMessage.SetStreamExtraInfo;
import io.freshet.protocol.message.ClientMessage.StopPlaying;
import io.freshet.protocol.message.ClientMessage.StopPublishing;

/// Makes JSON of requests.
final class ClientMessageWriter {

    private ClientMessageWriter() {}

    static String write(ClientMessage message) {
        JsonWriter out = new JsonWriter().beginObject();
        if (message instanceof Hello hello) {
            hello(begin(out, "hello", hello), hello);
        } else if (message instanceof Login login) {
            login(begin(out, "login", login), login);
        } else if (message instanceof Logout logout) {
            begin(out, "logout", logout).member("roomId", logout.roomId());
        } else if (message instanceof RenewToken renew) {
            begin(out, "renewToken", renew)
                    .member("roomId", renew.roomId())
                    .member("token", renew.token());
        } else if (message instanceof Publish publish) {
            begin(out, "publish", publish)
                    .member("roomId", publish.roomId())
                    .member("streamId", publish.streamId())
                    .member("extraInfo", publish.extraInfo())
                    .member("offer", publish.offer())
                    .member("camera", WireNames.word(publish.camera()))
                    .member("microphone", WireNames.word(publish.microphone()));
        } else if (message instanceof StopPublishing stop) {
            begin(out, "stopPublishing", stop)
                    .member("roomId", stop.roomId())
                    .member("streamId", stop.streamId());
        } else if (message instanceof SetStreamExtraInfo set) {
            begin(out, "setStreamExtraInfo", set)
                    .member("roomId", set.roomId())
                    .member("streamId", set.streamId())
                    .member("extraInfo", set.extraInfo());
        } else if (message instanceof SetStreamDeviceStates set) {
            begin(out, "setStreamDeviceStates", set)
                    .member("roomId", set.roomId())
                    .member("streamId", set.streamId())
                    .member("camera", WireNames.word(set.camera()))
                    .member("microphone", WireNames.word(set.microphone()));
        } else if (message instanceof SetRoomExtraInfo set) {
            begin(out, "setRoomExtraInfo", set)
                    .member("roomId", set.roomId())
                    .member("key", set.key())
                    .member("value", set.value());
        } else if (message instanceof SendBroadcastMessage send) {
            begin(out, "sendBroadcastMessage", send)
                    .member("roomId", send.roomId())
                    .member("message", send.message());
        } else if (message instanceof SendBarrageMessage send) {
            begin(out, "sendBarrageMessage", send)
                    .member("roomId", send.roomId())
                    .member("message", send.message());
        } else if (message instanceof SendCustomCommand send) {
            begin(out, "sendCustomCommand", send)
                    .member("roomId", send.roomId())
                    .member("command", send.command())
                    .member("toUserIds", send.toUserIds());
        } else if (message instanceof SendTransparentMessage send) {
            begin(out, "sendTransparentMessage", send)
                    .member("roomId", send.roomId())
                    .member("sendMode", WireNames.word(send.sendMode()))
                    .member("content", send.content())
                    .member("toUserIds", send.toUserIds());
        } else if (message instanceof Play play) {
            begin(out, "play", play)
                    .member("streamId", play.streamId())
                    .member("resourceMode", WireNames.word(play.resourceMode()))
                    .member("offer", play.offer());
        } else if (message instanceof StopPlaying stop) {
            begin(out, "stopPlaying", stop).member("streamId", stop.streamId());
        } else if (message instanceof Heartbeat heartbeat) {
            begin(out, "heartbeat", heartbeat);
        } else {
            throw new IllegalStateException("no JSON for " + message.getClass());
        }
        return out.endObject().toString();
    }

    private static JsonWriter begin(JsonWriter out, String type, ClientMessage message) {
        return out.member("type", type).member("id", message.id());
    }

    private static void hello(JsonWriter out, Hello hello) {
        out.member("version", hello.version())
                .member("capabilities", hello.capabilities())
                .member("appId", hello.appId());
        if (hello.proof() != null) {
            out.member("proof", hello.proof());
        }
        out.member("userAgent", hello.userAgent());
    }

    private static void login(JsonWriter out, Login login) {
        out.member("roomId", login.roomId())
                .member("userId", login.userId())
                .member("userName", login.userName());
        if (login.token() != null) {
            out.member("token", login.token());
        }
        out.member("maxMemberCount", login.maxMemberCount())
                .member("userStatusNotify", login.userStatusNotify());
        if (login.resume() != null) {
            out.beginObject("resume")
                    .member("resumeKey", login.resume().resumeKey())
                    .member("version", login.resume().version())
                    .member("messageId", login.resume().messageId())
                    .endObject();
        }
    }
}
