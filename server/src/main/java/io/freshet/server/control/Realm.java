package io.freshet.server.control;

import io.freshet.protocol.ErrorCode;
import io.freshet.protocol.message.RoomUser;
import io.freshet.server.control.RoomOccurrence.EndReason;
import io.freshet.server.control.forbid.RuleBook;
import io.freshet.server.control.time.TokenBucket;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Everything of one AppID: its rooms, users and streams. The maps are owned here; a room is in the
/// map until it is closed, a session until it has ended.
///
/// Order of locks: a session's, then a room's, then a stream hub's, then a client's queue; never
/// two of a kind. The media plane is called with none of them held.
final class Realm {
    final StreamHubs hubs = new StreamHubs();
    final KickedSessions kicked = new KickedSessions();
    final RuleBook rules;

    /// The one session of each user that has logged in by signalling.
    private final ConcurrentHashMap<String, Session> sessions = new ConcurrentHashMap<>();

    /// By resume key.
    private final ConcurrentHashMap<String, Participant> resumable = new ConcurrentHashMap<>();

    private final ConcurrentHashMap<String, Room> rooms = new ConcurrentHashMap<>();
    final OccurrenceRelay occurrences;

    /// Guards the bucket of calls; nothing is taken while it is held.
    private final ReentrantLock rateLock = new ReentrantLock();

    private final TokenBucket calls;

    private final Core core;
    final long appId;

    Realm(Core core, long appId) {
        this.core = core;
        this.appId = appId;
        this.rules = core.forbids.book(appId);
        this.occurrences = new OccurrenceRelay(core.observer);
        int callsPerSecond = core.config.rates().callsPerSecond();
        this.calls = new TokenBucket(callsPerSecond, callsPerSecond, core.clock.nowNs());
    }

    Optional<Room> room(String roomId) {
        return Optional.ofNullable(rooms.get(roomId));
    }

    Collection<Room> rooms() {
        return rooms.values();
    }

    Optional<Participant> resumable(String resumeKey) {
        return Optional.ofNullable(resumable.get(resumeKey));
    }

    Optional<Session> session(String userId) {
        return Optional.ofNullable(sessions.get(userId));
    }

    /// Counts a message, command or change of extra info; all clients of the AppID share the rate.
    void requireCallRate() throws RequestRefusedException {
        rateLock.lock();
        try {
            if (!calls.tryTake(core.clock.nowNs())) {
                throw new RequestRefusedException(ErrorCode.ROOM_APP_CALL_API_TOO_FREQUENT);
            }
        } finally {
            rateLock.unlock();
        }
    }

    /// Makes this the session of its user; returns the earlier one, which has to be ended.
    Optional<Session> register(Session session) {
        return Optional.ofNullable(sessions.put(session.userId, session));
    }

    void unregister(Session session) {
        sessions.remove(session.userId, session);
    }

    /// What is done with a room while its lock is held.
    @FunctionalInterface
    interface Entering<T> {
        T enter(Room room) throws RequestRefusedException;
    }

    /// Does something with the room of this id, which is made if there is none, under its lock.
    /// `action` must let somebody in or throw.
    <T> T onRoom(String roomId, int maxMemberCount, Entering<T> action)
            throws RequestRefusedException {
        while (true) {
            Room room = rooms.get(roomId);
            if (room == null) {
                room = makeRoom(roomId, maxMemberCount);
            }
            room.lock.lock();
            try {
                if (room.isClosed()) {
                    continue;
                }
                try {
                    return action.enter(room);
                } finally {
                    closeIfEmpty(room);
                }
            } finally {
                room.lock.unlock();
            }
        }
    }

    /// Lets a participant in, its room's lock held.
    void enter(Participant participant) throws RequestRefusedException {
        if (!participant.room.hasPlaceFor(participant.user)) {
            throw new RequestRefusedException(ErrorCode.ROOM_ERROR_EXCEED_MAXIMUM_MEMBER);
        }
        participant.room.enter(participant);
        if (!participant.resumeKey.isEmpty()) {
            resumable.put(participant.resumeKey, participant);
        }
    }

    /// Takes a participant out of its room with all its streams; nothing if it has left already.
    void leave(Participant participant, EndReason reason) {
        Aftermath aftermath = new Aftermath();
        Room room = participant.room;
        room.lock.lock();
        try {
            if (participant.hasLeft()) {
                return;
            }
            takeOut(participant, reason, aftermath);
            closeIfEmpty(room);
        } finally {
            room.lock.unlock();
        }
        aftermath.run(core.media);
        occurrences.tell();
    }

    /// Takes everybody out of a room at once, which closes it, and tells each of them, but not of
    /// the others; false if there is no such room.
    ///
    /// @param tellsBackend whether the backend is told that the room is closed
    boolean clear(String roomId, Kick kick, boolean tellsBackend) {
        @Nullable Room room = rooms.get(roomId);
        if (room == null) {
            return false;
        }
        Aftermath aftermath = new Aftermath();
        List<Participant> all;
        room.lock.lock();
        try {
            if (room.isClosed()) {
                return false;
            }
            all = List.copyOf(room.participants());
            room.beginClearing(tellsBackend);
            for (Participant participant : all) {
                // First, so that whoever comes back now learns why it is out.
                kicked.add(participant.resumeKey, kick, core.clock.nowNs());
                takeOut(participant, EndReason.ROOM_CLEARED, aftermath);
            }
            closeIfEmpty(room);
        } finally {
            room.lock.unlock();
        }
        occurrences.tell();
        for (Participant participant : all) {
            core.counters.kicks.increment();
            participant.owner.onRemoved(participant, kick, EndReason.ROOM_CLEARED);
        }
        // Last: what was played in the room is no news to those who are out of it.
        aftermath.run(core.media);
        occurrences.tell();
        return true;
    }

    /// The room's lock is held.
    private void takeOut(Participant participant, EndReason reason, Aftermath aftermath) {
        for (Publication publication : List.copyOf(participant.publications.values())) {
            core.unpublishing.drop(this, publication, reason, aftermath);
        }
        participant.room.leave(participant, reason);
        resumable.remove(participant.resumeKey);
    }

    private Room makeRoom(String roomId, int maxMemberCount) throws RequestRefusedException {
        ControlConfig.Bounds bounds = core.config.bounds();
        if (core.counters.rooms.incrementAndGet() > bounds.maxRooms()) {
            core.counters.rooms.decrementAndGet();
            throw new RequestRefusedException(ErrorCode.ROOM_ERROR_EXCEED_MAXIMUM_ROOM_COUNT);
        }
        int maxUsers =
                maxMemberCount > 0
                        ? Math.min(maxMemberCount, bounds.maxUsersPerRoom())
                        : bounds.maxUsersPerRoom();
        Room made =
                new Room(
                        new RoomReporter(
                                new RoomOccurrence.RoomLife(
                                        appId, roomId, core.ids.newRoomSessionId()),
                                core.clock,
                                core.ids,
                                occurrences),
                        maxUsers,
                        core.roomBasis);
        @Nullable Room other = rooms.putIfAbsent(roomId, made);
        if (other != null) {
            core.counters.rooms.decrementAndGet();
            return other;
        }
        countUsersLater(made);
        return made;
    }

    private void countUsersLater(Room room) {
        long atNs = core.clock.nowNs() + core.config.timing().userCountInterval().toNanos();
        core.timers.at(
                atNs,
                _ -> {
                    room.lock.lock();
                    try {
                        if (room.isClosed()) {
                            return;
                        }
                        room.announceUserCount();
                    } finally {
                        room.lock.unlock();
                    }
                    countUsersLater(room);
                });
    }

    private void closeIfEmpty(Room room) {
        if (room.isEmpty() && !room.isClosed()) {
            room.close();
            rooms.remove(room.roomId, room);
            core.counters.rooms.decrementAndGet();
        }
    }

    /// A user as others are told of it: one without a name goes by its id.
    static RoomUser user(String userId, String userName) {
        return new RoomUser(userId, userName.isEmpty() ? userId : userName);
    }
}
