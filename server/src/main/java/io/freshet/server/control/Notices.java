package io.freshet.server.control;

import io.freshet.protocol.message.ServerMessage;
import io.freshet.protocol.message.ServerMessage.PlayStateChanged;
import io.freshet.protocol.message.ServerMessage.PublishStateChanged;
import io.freshet.protocol.message.ServerMessage.StreamPlayable;
import io.freshet.protocol.message.ServerMessage.TokenWillExpire;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/// What a client must learn besides room events, also over the loss of a connection: the newest
/// notice about each stream it publishes or plays is kept until the client acts on it, and said
/// again on the next connection, as nobody knows what the broken one still carried. Bounded: the
/// oldest give way. Guarded by the session's lock.
final class Notices {
    private static final int MAX_NOTICES = 128;

    private enum Kind {
        PUBLISH_STATE,
        PLAY_STATE,
        PLAYABLE,
        TOKEN
    }

    /// Of which only the newest counts.
    private record Topic(Kind kind, String about) {}

    private static final class Notice {
        final ServerMessage message;
        boolean sent;

        Notice(ServerMessage message) {
            this.message = message;
        }
    }

    private final Map<Topic, Notice> notices = new LinkedHashMap<>();

    void publishState(PublishStateChanged message) {
        put(new Topic(Kind.PUBLISH_STATE, message.streamId()), message);
    }

    void playState(PlayStateChanged message) {
        put(new Topic(Kind.PLAY_STATE, message.streamId()), message);
    }

    void playable(StreamPlayable message) {
        put(new Topic(Kind.PLAYABLE, message.streamId()), message);
    }

    void tokenWillExpire(TokenWillExpire message) {
        put(new Topic(Kind.TOKEN, message.roomId()), message);
    }

    /// The client published or stopped this stream: what it was told before is history.
    void onPublishRequest(String streamId) {
        notices.remove(new Topic(Kind.PUBLISH_STATE, streamId));
    }

    /// The client played or stopped this stream.
    void onPlayRequest(String streamId) {
        notices.remove(new Topic(Kind.PLAY_STATE, streamId));
        notices.remove(new Topic(Kind.PLAYABLE, streamId));
    }

    /// Another connection: everything has to be said again.
    void onConnectionChanged() {
        notices.values().forEach(notice -> notice.sent = false);
    }

    /// Sends what is not sent, in order; false as soon as one does not fit.
    boolean sendAll(Predicate<ServerMessage> send) {
        Iterator<Map.Entry<Topic, Notice>> entries = notices.entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<Topic, Notice> entry = entries.next();
            Notice notice = entry.getValue();
            if (notice.sent) {
                continue;
            }
            if (!send.test(notice.message)) {
                return false;
            }
            notice.sent = true;
            if (entry.getKey().kind == Kind.TOKEN) {
                // Nothing acts on it, and twice would be once too often.
                entries.remove();
            }
        }
        return true;
    }

    private void put(Topic topic, ServerMessage message) {
        notices.remove(topic);
        notices.put(topic, new Notice(message));
        if (notices.size() > MAX_NOTICES) {
            Iterator<Notice> oldest = notices.values().iterator();
            oldest.next();
            oldest.remove();
        }
    }
}
