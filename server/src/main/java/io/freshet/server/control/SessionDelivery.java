package io.freshet.server.control;

import io.freshet.protocol.message.ServerMessage.PlayStateChanged;
import io.freshet.protocol.message.ServerMessage.PublishStateChanged;
import io.freshet.protocol.message.ServerMessage.StreamPlayable;
import io.freshet.protocol.message.ServerMessage.TokenWillExpire;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The way from a session to its client: the connection it has at the moment, the notices that the
/// client must get over this one or the next, and its catching up after its queue was full. Guarded
/// by the session's lock.
final class SessionDelivery {
    private final Notices notices = new Notices();

    /// Null while the client is away, and once the session has ended.
    private @Nullable Connection connection;

    SessionDelivery(Connection first) {
        this.connection = first;
    }

    boolean isConnected() {
        return connection != null;
    }

    boolean goesTo(Connection on) {
        return connection == on;
    }

    /// Goes on over another connection, on which everything has to be said again. The former one.
    Optional<Connection> redirect(Connection next) {
        Optional<Connection> former = Optional.ofNullable(connection);
        connection = next;
        notices.onConnectionChanged();
        return former;
    }

    /// The connection it went to until now.
    Optional<Connection> disconnect() {
        Optional<Connection> former = Optional.ofNullable(connection);
        connection = null;
        return former;
    }

    /// The client publishes or stops: it knows what became of the stream before.
    void onPublishRequest(String streamId) {
        notices.onPublishRequest(streamId);
    }

    /// The client plays or stops.
    void onPlayRequest(String streamId) {
        notices.onPlayRequest(streamId);
    }

    void publishState(PublishStateChanged state) {
        notices.publishState(state);
        flush();
    }

    void playState(PlayStateChanged state) {
        notices.playState(state);
        flush();
    }

    void playable(String streamId) {
        notices.playable(new StreamPlayable(streamId));
        flush();
    }

    void tokenWillExpire(TokenWillExpire warning) {
        notices.tokenWillExpire(warning);
        flush();
    }

    void kickedOut(String roomId, Kick kick) {
        if (connection != null) {
            connection.kickedOut(roomId, kick);
        }
    }

    /// The client's queue has room again: first what it missed in its rooms, then the notices.
    void catchUp(Connection on, Collection<Participant> participants) {
        if (connection != on) {
            return;
        }
        for (Participant participant : participants) {
            if (!catchUp(participant, on)) {
                on.onLagging();
                return;
            }
        }
        flush();
    }

    /// One message after the other, so that the room can go on between them; false if the queue is
    /// full.
    private static boolean catchUp(Participant participant, Connection on) {
        Room room = participant.room;
        while (true) {
            room.lock.lock();
            try {
                if (!participant.isAttachedTo(on) || !participant.progress.isBehind()) {
                    return true;
                }
                RoomCatchUp.Outcome done = room.catchUp.sendNext(participant, on);
                if (done != RoomCatchUp.Outcome.MORE) {
                    return done == RoomCatchUp.Outcome.DONE;
                }
            } finally {
                room.lock.unlock();
            }
        }
    }

    private void flush() {
        Connection on = connection;
        if (on != null && !notices.sendAll(on::sendIfUncrowded)) {
            on.onLagging();
        }
    }
}
