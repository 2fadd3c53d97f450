package io.freshet.protocol;

import io.freshet.protocol.json.JsonWriter;
import io.freshet.protocol.message.Answer;
import io.freshet.protocol.message.Answer.Greeted;
import io.freshet.protocol.message.Answer.LoggedIn;
import io.freshet.protocol.message.Answer.MessageSent;
import io.freshet.protocol.message.Answer.Missed;
import io.freshet.protocol.message.Answer.Negotiated;
import io.freshet.protocol.message.Answer.Snapshot;
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
import java.util.List;

/// Makes JSON of answers and notices.
final class ServerMessageWriter {

    private ServerMessageWriter() {}

    static String write(ServerMessage message) {
        if (message instanceof RoomPage page) {
            return pageHead(page.roomId(), page.version())
                    + members(page.users(), page.streams())
                    + pageTail(page.more());
        }
        JsonWriter out = new JsonWriter().beginObject();
        if (message instanceof Answer answer) {
            answer(out.member("type", "answer"), answer);
        } else if (message instanceof Welcome welcome) {
            out.member("type", "welcome")
                    .member("minVersion", welcome.minVersion())
                    .member("maxVersion", welcome.maxVersion())
                    .member("capabilities", welcome.capabilities())
                    .member("nonce", welcome.nonce());
        } else if (message instanceof RoomEvents events) {
            out.member("type", "roomEvents")
                    .member("roomId", events.roomId())
                    .member("version", events.version());
            events(out, events.events());
        } else if (message instanceof RoomSnapshot snapshot) {
            out.member("type", "roomSnapshot")
                    .member("roomId", snapshot.roomId())
                    .member("version", snapshot.version())
                    .beginObject("snapshot");
            state(out, snapshot.snapshot());
            out.endObject();
        } else if (message instanceof BroadcastMessages broadcast) {
            out.member("type", "broadcastMessages").member("roomId", broadcast.roomId());
            messages(out, broadcast.messages());
        } else if (message instanceof BarrageMessages barrage) {
            out.member("type", "barrageMessages").member("roomId", barrage.roomId());
            messages(out, barrage.messages());
        } else if (message instanceof CustomCommand command) {
            out.member("type", "customCommand")
                    .member("roomId", command.roomId())
                    .member("messageId", command.messageId());
            user(out.beginObject("fromUser"), command.fromUser());
            out.member("command", command.command());
        } else if (message instanceof TransparentMessage transparent) {
            out.member("type", "transparentMessage").member("roomId", transparent.roomId());
            user(out.beginObject("fromUser"), transparent.fromUser());
            out.member("content", transparent.content());
        } else if (message instanceof UserCount count) {
            out.member("type", "userCount")
                    .member("roomId", count.roomId())
                    .member("count", count.count());
        } else if (message instanceof KickedOut kicked) {
            out.member("type", "kickedOut")
                    .member("roomId", kicked.roomId())
                    .member("code", kicked.code())
                    .member("message", kicked.message())
                    .member("customReason", kicked.customReason());
        } else if (message instanceof PublishStateChanged changed) {
            out.member("type", "publishStateChanged")
                    .member("streamId", changed.streamId())
                    .member("state", WireNames.word(changed.state()))
                    .member("code", changed.code())
                    .member("message", changed.message());
        } else if (message instanceof PlayStateChanged changed) {
            out.member("type", "playStateChanged")
                    .member("streamId", changed.streamId())
                    .member("state", WireNames.word(changed.state()))
                    .member("code", changed.code())
                    .member("message", changed.message());
        } else if (message instanceof StreamPlayable playable) {
            out.member("type", "streamPlayable").member("streamId", playable.streamId());
        } else if (message instanceof TokenWillExpire expire) {
            out.member("type", "tokenWillExpire")
                    .member("roomId", expire.roomId())
                    .member("remainingSeconds", expire.remainingSeconds());
        } else if (message instanceof Closing closing) {
            out.member("type", "closing")
                    .member("reason", closing.reason())
                    .member("retryAfterMs", closing.retryAfterMs());
        } else {
            throw new IllegalStateException("no JSON for " + message.getClass());
        }
        return out.endObject().toString();
    }

    static String pageHead(String roomId, long version) {
        return new JsonWriter()
                        .beginObject()
                        .member("type", "roomPage")
                        .member("roomId", roomId)
                        .member("version", version)
                + ",";
    }

    static String members(List<RoomUser> users, List<RoomStream> streams) {
        JsonWriter out = new JsonWriter();
        users(out, users);
        streams(out, streams);
        return out.toString();
    }

    static String pageTail(boolean more) {
        return "," + new JsonWriter().member("more", more).endObject();
    }

    private static void answer(JsonWriter out, Answer answer) {
        out.member("id", answer.id())
                .member("code", answer.code())
                .member("message", answer.message());
        if (answer.result() != Answer.None.INSTANCE) {
            out.beginObject("result");
            result(out, answer.result());
            out.endObject();
        }
    }

    private static void result(JsonWriter out, Answer.Result result) {
        if (result instanceof Greeted greeted) {
            out.member("kind", "greeted")
                    .member("version", greeted.version())
                    .member("capabilities", greeted.capabilities())
                    .member("heartbeatIntervalMs", greeted.heartbeatIntervalMs())
                    .member("heartbeatTimeoutMs", greeted.heartbeatTimeoutMs());
        } else if (result instanceof LoggedIn loggedIn) {
            out.member("kind", "loggedIn")
                    .member("roomSessionId", loggedIn.roomSessionId())
                    .member("resumeKey", loggedIn.resumeKey())
                    .member("version", loggedIn.version())
                    .beginObject("state");
            state(out, loggedIn.state());
            out.endObject().member("messageId", loggedIn.messageId());
        } else if (result instanceof MessageSent sent) {
            out.member("kind", "messageSent")
                    .member("messageId", sent.messageId())
                    .member("sendTimeMs", sent.sendTimeMs());
        } else if (result instanceof Negotiated negotiated) {
            out.member("kind", "negotiated").member("answer", negotiated.answer());
        } else {
            throw new IllegalStateException("no JSON for " + result.getClass());
        }
    }

    private static void state(JsonWriter out, Answer.RoomState state) {
        if (state instanceof Snapshot snapshot) {
            out.member("kind", "snapshot");
            users(out, snapshot.users());
            streams(out, snapshot.streams());
            out.member("userCount", snapshot.userCount()).beginArray("roomExtraInfo");
            for (RoomExtraInfo info : snapshot.roomExtraInfo()) {
                roomExtraInfo(out.beginObject(), info);
            }
            out.endArray().member("more", snapshot.more());
        } else if (state instanceof Missed missed) {
            out.member("kind", "missed");
            events(out, missed.events());
        } else {
            throw new IllegalStateException("no JSON for " + state.getClass());
        }
    }

    private static void users(JsonWriter out, List<RoomUser> users) {
        out.beginArray("users");
        for (RoomUser user : users) {
            user(out.beginObject(), user);
        }
        out.endArray();
    }

    private static void streams(JsonWriter out, List<RoomStream> streams) {
        out.beginArray("streams");
        for (RoomStream stream : streams) {
            stream(out.beginObject(), stream);
        }
        out.endArray();
    }

    private static void messages(JsonWriter out, List<RoomMessage> messages) {
        out.beginArray("messages");
        for (RoomMessage message : messages) {
            out.beginObject().member("messageId", message.messageId());
            user(out.beginObject("fromUser"), message.fromUser());
            out.member("message", message.message())
                    .member("sendTimeMs", message.sendTimeMs())
                    .endObject();
        }
        out.endArray();
    }

    private static void events(JsonWriter out, List<RoomEvent> events) {
        out.beginArray("events");
        for (RoomEvent event : events) {
            event(out.beginObject(), event);
            out.endObject();
        }
        out.endArray();
    }

    private static void event(JsonWriter out, RoomEvent event) {
        if (event instanceof UserJoined joined) {
            begin(out, "userJoined", event);
            user(out.beginObject("user"), joined.user());
        } else if (event instanceof UserLeft left) {
            begin(out, "userLeft", event);
            user(out.beginObject("user"), left.user());
        } else if (event instanceof StreamAdded added) {
            begin(out, "streamAdded", event);
            stream(out.beginObject("stream"), added.stream());
        } else if (event instanceof StreamRemoved removed) {
            begin(out, "streamRemoved", event);
            stream(out.beginObject("stream"), removed.stream());
            out.member("reason", WireNames.word(removed.reason()));
        } else if (event instanceof StreamExtraInfoChanged changed) {
            begin(out, "streamExtraInfoChanged", event);
            stream(out.beginObject("stream"), changed.stream());
        } else if (event instanceof StreamDeviceStatesChanged changed) {
            begin(out, "streamDeviceStatesChanged", event);
            stream(out.beginObject("stream"), changed.stream());
        } else if (event instanceof RoomExtraInfoChanged changed) {
            begin(out, "roomExtraInfoChanged", event);
            roomExtraInfo(out.beginObject("roomExtraInfo"), changed.roomExtraInfo());
        } else {
            throw new IllegalStateException("no JSON for " + event.getClass());
        }
    }

    private static void begin(JsonWriter out, String kind, RoomEvent event) {
        out.member("kind", kind).member("version", event.version());
    }

    /// Into an object that is open already; closes it.
    private static void user(JsonWriter out, RoomUser user) {
        out.member("userId", user.userId()).member("userName", user.userName()).endObject();
    }

    /// Into an object that is open already; closes it.
    private static void stream(JsonWriter out, RoomStream stream) {
        out.member("streamId", stream.streamId());
        user(out.beginObject("user"), stream.user());
        out.member("extraInfo", stream.extraInfo())
                .member("camera", WireNames.word(stream.camera()))
                .member("microphone", WireNames.word(stream.microphone()))
                .endObject();
    }

    /// Into an object that is open already; closes it.
    private static void roomExtraInfo(JsonWriter out, RoomExtraInfo info) {
        out.member("key", info.key()).member("value", info.value());
        user(out.beginObject("updateUser"), info.updateUser());
        out.member("updateTimeMs", info.updateTimeMs()).endObject();
    }
}
