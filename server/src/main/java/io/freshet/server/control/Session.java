package io.freshet.server.control;

import io.freshet.protocol.ErrorCode;
import io.freshet.protocol.message.ClientMessage;
import io.freshet.protocol.message.ServerMessage;
import io.freshet.protocol.message.ServerMessage.MediaState;
import io.freshet.protocol.message.ServerMessage.PublishStateChanged;
import io.freshet.server.control.RoomOccurrence.EndReason;
import io.freshet.server.control.time.Timers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// One client's being logged in as one user, in one room or several, with all it plays
/// ([SessionPlays]). Outlives its connection ([SessionDelivery]): another one that shows a resume
/// key takes over, until the client has not been heard from for the heartbeat time-out.
///
/// States: open, from the first login; away, without a connection; ended, by the last logout, a
/// later login of the same user, or the time-out. Ended is for good.
final class Session implements Participant.Owner {
    final String userId;

    /// Rooms in which it takes the place of an earlier session.
    private final Set<String> takenOver = new LinkedHashSet<>();

    private final Core core;
    private final Realm realm;

    /// Guards everything below but the time. Holding it, locks of rooms and stream hubs may be
    /// taken.
    private final ReentrantLock lock = new ReentrantLock();

    private final Map<String, Participant> rooms = new LinkedHashMap<>();
    private final SessionDelivery delivery;
    private final SessionPlays plays;
    private boolean ended;
    private Optional<Kick> kicked = Optional.empty();

    private volatile long lastHeardNs;
    private volatile Timers.@Nullable Timer heartbeatTimer;

    Session(Core core, Realm realm, String userId, Connection connection) {
        this.core = core;
        this.realm = realm;
        this.userId = userId;
        this.delivery = new SessionDelivery(connection);
        this.plays = new SessionPlays(core, realm, userId, lock, delivery);
        this.lastHeardNs = core.clock.nowNs();
    }

    void onHeard(long nowNs) {
        lastHeardNs = nowNs;
    }

    /// Enters a room and sends the answer; false if the session has ended, so that another is
    /// needed. A login of the same room by an earlier connection, whose answer the client has not
    /// got, gives way.
    boolean login(Connection from, ClientMessage.Login login, Grant grant)
            throws RequestRefusedException {
        RoomEntry entry = new RoomEntry(core, realm, from, login);
        @Nullable Participant unanswered;
        Participant participant;
        lock.lock();
        try {
            if (kicked.isPresent()) {
                throw new RequestRefusedException(kicked.get().code());
            }
            if (ended) {
                return false;
            }
            unanswered = rooms.get(login.roomId());
            checkFree(from, unanswered);
            participant =
                    realm.onRoom(
                            login.roomId(),
                            login.maxMemberCount(),
                            room -> entry.enter(room, this, grant));
            if (rooms.isEmpty()) {
                checkHeartbeatAt(core.heartbeats.deadlineNs(lastHeardNs));
            }
            rooms.put(login.roomId(), participant);
            delivery.catchUp(from, rooms.values());
        } finally {
            lock.unlock();
            realm.occurrences.tell();
        }
        if (unanswered != null) {
            realm.leave(unanswered, EndReason.REPEATED_LOGIN);
        }
        participant.watchToken(core.expiry, realm.appId);
        return true;
    }

    private void checkFree(Connection from, @Nullable Participant present)
            throws RequestRefusedException {
        if (present == null) {
            if (rooms.size() >= core.config.bounds().maxRoomsPerSession()) {
                throw new RequestRefusedException(
                        ErrorCode.ROOM_ERROR_MULTI_ROOM_EXCEED_MAXIMUM_ROOM_COUNT);
            }
            return;
        }
        present.room.lock.lock();
        try {
            if (present.isAttachedTo(from)) {
                throw new RequestRefusedException(
                        ErrorCode.ROOM_COUNT_EXCEED,
                        "This client is already logged in to this room.");
            }
        } finally {
            present.room.lock.unlock();
        }
    }

    /// Remembers where an earlier session is that this one is about to end.
    void takeOver(Session former) {
        former.lock.lock();
        try {
            takenOver.addAll(former.rooms.keySet());
        } finally {
            former.lock.unlock();
        }
    }

    /// Whether it has been in a room before, or an earlier session that it replaces; its lock is
    /// held.
    boolean comesAgain(String roomId) {
        return takenOver.remove(roomId) || rooms.containsKey(roomId);
    }

    /// Goes on on another connection, or the same, and sends the answer; false if the participant
    /// has left meanwhile.
    boolean resume(
            Connection from,
            ClientMessage.Login login,
            Participant participant,
            ClientMessage.Resume seen) {
        Optional<Connection> superseded = Optional.empty();
        lock.lock();
        try {
            if (ended || rooms.get(login.roomId()) != participant) {
                return false;
            }
            if (!delivery.goesTo(from)) {
                detachAll();
                superseded = delivery.redirect(from);
            }
            lastHeardNs = core.clock.nowNs();
            Room room = participant.room;
            room.lock.lock();
            try {
                if (!new RoomEntry(core, realm, from, login).goOn(participant, seen)) {
                    return false;
                }
            } finally {
                room.lock.unlock();
            }
            delivery.catchUp(from, rooms.values());
        } finally {
            lock.unlock();
            superseded.ifPresent(it -> it.close("The client went on with another connection."));
        }
        return true;
    }

    void logout(String roomId) throws RequestRefusedException {
        Participant participant;
        boolean last;
        lock.lock();
        try {
            participant = rooms.remove(roomId);
            if (participant == null) {
                throw new RequestRefusedException(ErrorCode.ROOM_ROOMID_INCORRECT);
            }
            last = rooms.isEmpty();
        } finally {
            lock.unlock();
        }
        realm.leave(participant, EndReason.NORMAL);
        if (last) {
            end(EndReason.NORMAL, Optional.empty());
        }
    }

    /// Ends the session if it is in no room, as after a first login that was refused.
    void endIfUnused() {
        lock.lock();
        try {
            if (!rooms.isEmpty()) {
                return;
            }
        } finally {
            lock.unlock();
        }
        end(EndReason.NORMAL, Optional.empty());
    }

    /// A later login of the same user took its place.
    void kick() {
        core.counters.kicks.increment();
        end(EndReason.REPEATED_LOGIN, Optional.of(Kick.BY_LOGIN));
    }

    /// It may have ended before it was registered.
    void unregisterIfEnded() {
        if (hasEnded()) {
            realm.unregister(this);
        }
    }

    Participant participant(String roomId) throws RequestRefusedException {
        return participant(roomId, ErrorCode.COMMON_NOT_LOGIN_ROOM);
    }

    Participant participant(String roomId, ErrorCode otherwise) throws RequestRefusedException {
        lock.lock();
        try {
            Participant participant = rooms.get(roomId);
            if (participant == null) {
                throw new RequestRefusedException(
                        rooms.isEmpty() ? ErrorCode.COMMON_NOT_LOGIN_ROOM : otherwise);
            }
            return participant;
        } finally {
            lock.unlock();
        }
    }

    CompletionStage<String> play(String streamId, MediaPlane.Delivery quality, String offer)
            throws RequestRefusedException {
        SessionPlays.Begun begun;
        lock.lock();
        try {
            if (rooms.isEmpty()) {
                throw new RequestRefusedException(ErrorCode.COMMON_NOT_LOGIN_ROOM);
            }
            begun = plays.begin(streamId, quality);
        } finally {
            lock.unlock();
        }
        return plays.negotiate(begun, offer);
    }

    void stopPlaying(String streamId) {
        plays.stop(streamId);
    }

    /// The client publishes or stops: it knows what became of the stream before.
    void onPublishRequest(String streamId) {
        lock.lock();
        try {
            delivery.onPublishRequest(streamId);
        } finally {
            lock.unlock();
        }
    }

    void onConnectionClosed(Connection closed) {
        lock.lock();
        try {
            if (delivery.goesTo(closed)) {
                delivery.disconnect();
                detachAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /// The client's queue has room again.
    void catchUp(Connection on) {
        lock.lock();
        try {
            delivery.catchUp(on, rooms.values());
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void onPublishState(PublishStateChanged state) {
        tell(() -> delivery.publishState(state));
    }

    @Override
    public void onTokenWillExpire(Participant participant, int remainingSeconds) {
        ServerMessage.TokenWillExpire warning =
                new ServerMessage.TokenWillExpire(participant.room.roomId, remainingSeconds);
        tell(() -> delivery.tokenWillExpire(warning));
    }

    private void tell(Runnable telling) {
        lock.lock();
        try {
            if (!ended) {
                telling.run();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void onPublishEnded(Participant participant, String streamId, String reason) {
        onPublishState(
                new PublishStateChanged(
                        streamId,
                        MediaState.ENDED,
                        ErrorCode.PUBLISHER_ERROR_NETWORK_INTERRUPT.code(),
                        reason));
    }

    @Override
    public void onTakenAway(
            Participant participant, String streamId, ErrorCode code, String reason) {
        onPublishState(new PublishStateChanged(streamId, MediaState.ENDED, code.code(), reason));
    }

    /// Leaves every room to the connection that will take over. One that it does not go on with
    /// within the time-out is left for good.
    private void detachAll() {
        long nowNs = core.clock.nowNs();
        for (Participant participant : rooms.values()) {
            Room room = participant.room;
            room.lock.lock();
            try {
                participant.detach(nowNs);
            } finally {
                room.lock.unlock();
            }
        }
        core.timers.at(core.heartbeats.deadlineNs(nowNs), _ -> leaveAbandonedRooms(nowNs));
    }

    private void leaveAbandonedRooms(long sinceNs) {
        List<Participant> abandoned = new ArrayList<>();
        lock.lock();
        try {
            if (ended || !delivery.isConnected()) {
                return; // the session's own time-out decides
            }
            for (Participant participant : rooms.values()) {
                Room room = participant.room;
                room.lock.lock();
                try {
                    if (participant.isAwaySince(sinceNs)) {
                        abandoned.add(participant);
                    }
                } finally {
                    room.lock.unlock();
                }
            }
            abandoned.forEach(participant -> rooms.remove(participant.room.roomId));
        } finally {
            lock.unlock();
        }
        for (Participant participant : abandoned) {
            realm.leave(participant, EndReason.HEARTBEAT_TIMEOUT);
        }
    }

    private void checkHeartbeatAt(long atNs) {
        heartbeatTimer =
                core.timers.at(
                        atNs,
                        nowNs -> {
                            if (hasEnded()) {
                                return;
                            }
                            long deadlineNs = core.heartbeats.deadlineNs(lastHeardNs);
                            if (nowNs < deadlineNs) {
                                checkHeartbeatAt(deadlineNs);
                                return;
                            }
                            core.counters.heartbeatTimeouts.increment();
                            end(EndReason.HEARTBEAT_TIMEOUT, Optional.empty());
                        });
    }

    private boolean hasEnded() {
        lock.lock();
        try {
            return ended;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void onRemoved(Participant participant, Kick kick, EndReason reason) {
        String roomId = participant.room.roomId;
        Ending ending;
        lock.lock();
        try {
            if (ended || rooms.get(roomId) != participant) {
                return;
            }
            if (rooms.size() == 1) {
                ending = takeAll(Optional.of(kick));
            } else {
                ending = new Ending(List.of(), List.of(), null);
                rooms.remove(roomId);
                realm.kicked.add(participant.resumeKey, kick, core.clock.nowNs());
                participant.room.lock.lock();
                try {
                    participant.detach(core.clock.nowNs());
                } finally {
                    participant.room.lock.unlock();
                }
                // Under the lock: a later login must not be taken for what was kicked.
                delivery.kickedOut(roomId, kick);
            }
        } finally {
            lock.unlock();
        }
        if (ending.leaving().isEmpty()) {
            realm.leave(participant, reason);
        } else {
            finish(ending, reason, Optional.of(kick));
        }
    }

    /// What a session had when it ended.
    private record Ending(
            List<Participant> leaving, List<Play> released, @Nullable Connection last) {}

    private void end(EndReason reason, Optional<Kick> kick) {
        Ending ending;
        lock.lock();
        try {
            if (ended) {
                return;
            }
            ending = takeAll(kick);
        } finally {
            lock.unlock();
        }
        finish(ending, reason, kick);
    }

    /// Ends the session, its lock held.
    private Ending takeAll(Optional<Kick> kick) {
        ended = true;
        kicked = kick;
        Timers.Timer timer = heartbeatTimer;
        if (timer != null) {
            timer.cancel();
        }
        Ending ending =
                new Ending(
                        List.copyOf(rooms.values()),
                        plays.takeAll(),
                        delivery.disconnect().orElse(null));
        rooms.clear();
        return ending;
    }

    private void finish(Ending ending, EndReason reason, Optional<Kick> kick) {
        realm.unregister(this);
        for (Participant participant : ending.leaving()) {
            // First, so that whoever comes back now learns why it is out.
            kick.ifPresent(it -> realm.kicked.add(participant.resumeKey, it, core.clock.nowNs()));
            realm.leave(participant, reason);
        }
        for (Play play : ending.released()) {
            core.playing.release(realm, play);
        }
        Connection last = ending.last();
        if (last != null) {
            // In this order: a later login over this connection must not be taken for what was
            // kicked.
            for (Participant participant : ending.leaving()) {
                kick.ifPresent(it -> last.kickedOut(participant.room.roomId, it));
            }
            last.onSessionEnded(this);
        }
    }
}
