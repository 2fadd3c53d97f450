package io.freshet.server.control;

import io.freshet.protocol.Limits;
import io.freshet.protocol.message.RoomEvent;
import io.freshet.protocol.message.RoomExtraInfo;
import io.freshet.protocol.message.RoomMessage;
import io.freshet.protocol.message.RoomUser;
import io.freshet.protocol.message.ServerMessage;
import io.freshet.server.control.RoomOccurrence.EndReason;
import io.freshet.server.control.time.RateWindow;
import io.freshet.server.control.time.Timers;
import io.freshet.server.control.time.TokenBucket;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/// One life of a room, from its first login until it is empty: who is in it, which streams it has,
/// and the log of how it came to be so.
///
/// A user is in the room as long as at least one participant has its userID. Everybody's arrival is
/// announced, whether or not they asked for user notices themselves: receiving is the receiver's
/// choice alone.
///
/// Everything here is guarded by [#lock], which the caller holds; only the ids may be read without.
/// Holding it, the lock of a stream's [StreamHub] and queues towards clients may be taken, nothing
/// else. Events go to the clients' queues under the lock, so that each gets them in the log's
/// order; in a large room those of a short interval go together ([EventFanout]).
final class Room {
    /// A user and its participants here.
    private static final class Attendance {
        RoomUser user;
        long joinedAt;
        final List<Participant> participants = new ArrayList<>(1);

        Attendance(RoomUser user) {
            this.user = user;
        }
    }

    private static final String MARKER_SEPARATOR = "-";

    final ReentrantLock lock = new ReentrantLock();
    final String roomId;

    /// Differs for each life of the room.
    final String roomSessionId;

    final RoomReporter reporter;

    private final int maxUsers;
    private final ControlClock clock;
    private final Timers timers;
    private final Counters counters;
    private final ControlConfig.Fanout config;
    private final EventLog log;
    private final EventFanout fanout;
    private final Roster roster;
    private final Map<String, Attendance> users = new LinkedHashMap<>();
    private final Set<Participant> participants = new LinkedHashSet<>();
    final RoomStreams streams;
    final RoomCatchUp catchUp;
    private Optional<RoomExtraInfo> extraInfo = Optional.empty();
    private final RateWindow extraInfoChanges =
            new RateWindow(Limits.ROOM_EXTRA_INFO_CHANGES_PER_SECOND);

    private final TokenBucket logins;
    private final RoomMessages messages;

    private boolean barragePlanned;

    /// On its way to being closed: there is nobody to tell of events any more.
    private boolean clearing;

    /// Empty for good; a later login of the same id gets another room.
    private boolean closed;

    Room(RoomReporter reporter, int maxUsers, RoomBasis basis) {
        this.reporter = reporter;
        this.roomId = reporter.room().roomId();
        this.roomSessionId = reporter.room().sessionId();
        this.maxUsers = maxUsers;
        this.clock = basis.clock();
        this.timers = basis.timers();
        this.counters = basis.counters();
        this.config = basis.config().fanout();
        this.roster = new Roster(config.pageSize());
        this.log = new EventLog(basis.config().bounds().eventLogLength());
        this.fanout = new EventFanout(this, basis);
        int loginsPerSecond = basis.config().rates().loginsPerSecond();
        this.logins = new TokenBucket(loginsPerSecond, loginsPerSecond, clock.nowNs());
        this.streams = new RoomStreams(this, roster, counters);
        this.messages =
                new RoomMessages(
                        this,
                        new MessageLog(config.messagesKept(), basis.heartbeats()::deadlineNs));
        this.catchUp = new RoomCatchUp(this, log, roster, basis);
    }

    /// Of the event that is appended next.
    long nextVersion() {
        return log.version() + 1;
    }

    int userCount() {
        return users.size();
    }

    boolean isClosed() {
        return closed;
    }

    boolean isEmpty() {
        return participants.isEmpty();
    }

    /// Everybody is about to be taken out, and nobody is told of the others' leaving.
    ///
    /// @param tellsBackend whether the backend is told that the room is closed
    void beginClearing(boolean tellsBackend) {
        clearing = true;
        long nowNs = clock.nowNs();
        participants.forEach(participant -> participant.detach(nowNs));
        if (!tellsBackend) {
            reporter.keepClosingQuiet();
        }
    }

    void close() {
        clearing = true;
        streams.clear();
        closed = true;
        reporter.onClosed();
    }

    boolean hasUser(String userId) {
        return users.containsKey(userId);
    }

    /// Counts a login that is not resumed.
    boolean mayLogin(long nowNs) {
        return logins.tryTake(nowNs);
    }

    boolean hasPlaceFor(RoomUser user) {
        return hasUser(user.userId()) || users.size() < maxUsers;
    }

    void enter(Participant participant) {
        participants.add(participant);
        fanout.enter(participant);
        participant.startMessagesAt(messages.newestId());
        Attendance attendance = users.get(participant.user.userId());
        if (attendance == null) {
            attendance = new Attendance(participant.user);
            users.put(participant.user.userId(), attendance);
            counters.users.incrementAndGet();
            join(attendance, participant);
        } else if (attendance.participants.stream().allMatch(Participant::isBySignalling)
                && participant.isBySignalling()) {
            // A later login of the user, which ends the earlier one: first its streams, as no
            // stream is announced without its user.
            streams.removePublishedBy(participant.user.userId(), EndReason.REPEATED_LOGIN);
            part(attendance, EndReason.REPEATED_LOGIN);
            attendance.user = participant.user;
            join(attendance, participant);
        }
        attendance.participants.add(participant);
    }

    void leave(Participant participant, EndReason reason) {
        if (!participants.remove(participant)) {
            throw new IllegalStateException(participant.user + " is not in " + roomId);
        }
        fanout.leave(participant);
        participant.markLeft();
        Attendance attendance = users.get(participant.user.userId());
        if (attendance == null) {
            return;
        }
        attendance.participants.remove(participant);
        if (attendance.participants.isEmpty()) {
            users.remove(participant.user.userId());
            counters.users.decrementAndGet();
            part(attendance, reason);
        }
    }

    private void join(Attendance attendance, Participant participant) {
        reporter.onUserJoined(attendance.user, participant);
        attendance.joinedAt = nextVersion();
        roster.put(attendance.joinedAt, attendance.user);
        append(new RoomEvent.UserJoined(attendance.joinedAt, attendance.user));
    }

    private void part(Attendance attendance, EndReason reason) {
        reporter.onUserLeft(attendance.user, reason);
        roster.removeUser(attendance.joinedAt);
        append(new RoomEvent.UserLeft(nextVersion(), attendance.user));
    }

    /// The version at which the user of this participant came; 0 if it is not here.
    long arrivalOf(Participant participant) {
        Attendance attendance = users.get(participant.user.userId());
        return attendance == null ? 0 : attendance.joinedAt;
    }

    /// As the user with these participants is called here.
    RoomUser userOf(Participant participant) {
        Attendance attendance = users.get(participant.user.userId());
        return attendance == null ? participant.user : attendance.user;
    }

    boolean acceptsExtraInfoKey(String key) {
        return extraInfo.map(info -> info.key().equals(key)).orElse(true);
    }

    boolean mayChangeExtraInfo(long nowNs) {
        return extraInfoChanges.tryTake(nowNs);
    }

    void setExtraInfo(RoomExtraInfo info) {
        extraInfo = Optional.of(info);
        append(new RoomEvent.RoomExtraInfoChanged(nextVersion(), info));
    }

    RoomMessages messages() {
        return messages;
    }

    /// Takes a user's barrage message, which reaches nobody if there are too many.
    RoomMessage barrage(RoomUser from, String text) {
        return messages.mayBarrage(clock.nowNs())
                ? gatherBarrage(from, text)
                : messages.unheard(from, text, clock.wallMs());
    }

    /// Takes a barrage message. In a large room those of a short time are sent together.
    RoomMessage gatherBarrage(RoomUser from, String text) {
        RoomMessage message = messages.barrage(from, text, clock.wallMs());
        if (!isLarge() || messages.isFull()) {
            messages.flushBarrage(participants);
        } else if (messages.hasGathered() && !barragePlanned) {
            barragePlanned = true;
            timers.at(
                    clock.nowNs() + config.barrageInterval().toNanos(),
                    _ -> {
                        lock.lock();
                        try {
                            barragePlanned = false;
                            messages.flushBarrage(participants);
                        } finally {
                            lock.unlock();
                        }
                    });
        }
        return message;
    }

    /// Everybody here; guarded by the lock like the rest.
    Set<Participant> participants() {
        return participants;
    }

    /// Users by their arrival, after the one that the marker names.
    RoomOperations.UserPage page(boolean newestFirst, int limit, String marker) {
        long after = newestFirst ? Long.MAX_VALUE : 0;
        if (!marker.isEmpty()) {
            String prefix = roomSessionId + MARKER_SEPARATOR;
            try {
                if (!marker.startsWith(prefix)) {
                    return new RoomOperations.UserPage(List.of(), "");
                }
                after = Long.parseLong(marker.substring(prefix.length()));
            } catch (NumberFormatException e) {
                return new RoomOperations.UserPage(List.of(), "");
            }
        }
        Roster.UserList list = roster.users(newestFirst, after, limit);
        return new RoomOperations.UserPage(
                list.users(), list.more() ? roomSessionId + MARKER_SEPARATOR + list.last() : "");
    }

    /// Those of these users who are here, each once; everybody if none is named.
    Collection<Participant> receivers(List<String> userIds) {
        if (userIds.isEmpty()) {
            return participants;
        }
        Set<Participant> named = new LinkedHashSet<>();
        for (String userId : userIds) {
            Attendance attendance = users.get(userId);
            if (attendance != null) {
                named.addAll(attendance.participants);
            }
        }
        return named;
    }

    int logSize() {
        return log.size();
    }

    Optional<RoomExtraInfo> extraInfo() {
        return extraInfo;
    }

    void announceUserCount() {
        SharedMessage message =
                new SharedMessage(new ServerMessage.UserCount(roomId, users.size()));
        for (Participant participant : participants) {
            participant.deliverIfPossible(message);
        }
    }

    /// Whether it has so many users that what is told to all of them is gathered.
    boolean isLarge() {
        return users.size() > config.largeRoom();
    }

    void append(RoomEvent event) {
        if (clearing) {
            return;
        }
        log.append(event);
        counters.eventsLogged.increment();
        fanout.add(event);
    }
}
