package io.freshet.server.control;

import io.freshet.protocol.message.Answer;
import io.freshet.protocol.message.RoomEvent;
import io.freshet.protocol.message.RoomStream;
import io.freshet.protocol.message.RoomUser;
import io.freshet.protocol.message.ServerMessage;
import io.freshet.protocol.message.StreamRemovalReason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
/// order.
final class Room {
    /// A user and the number of participants it has here.
    private static final class Attendance {
        final RoomUser user;

        /// The version of the arrival: grows along the map.
        final long sequence;

        int participants;

        Attendance(RoomUser user, long sequence) {
            this.user = user;
            this.sequence = sequence;
        }
    }

    private static final String MARKER_SEPARATOR = "-";

    final ReentrantLock lock = new ReentrantLock();
    final String roomId;

    /// Differs for each life of the room.
    final String roomSessionId;

    final RoomReporter reporter;

    private final int maxUsers;
    private final Counters counters;
    private final EventLog log;
    private final LinkedHashMap<String, Attendance> users = new LinkedHashMap<>();
    private final Set<Participant> participants = new LinkedHashSet<>();
    private final Map<String, RoomStream> streams = new LinkedHashMap<>();

    /// Empty for good; a later login of the same id gets another room.
    private boolean closed;

    Room(RoomReporter reporter, int maxUsers, int logLength, Counters counters) {
        this.reporter = reporter;
        this.roomId = reporter.room().roomId();
        this.roomSessionId = reporter.room().sessionId();
        this.maxUsers = maxUsers;
        this.log = new EventLog(logLength);
        this.counters = counters;
    }

    long version() {
        return log.version();
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

    void close() {
        closed = true;
        reporter.onClosed();
    }

    boolean hasPlaceFor(RoomUser user) {
        return users.containsKey(user.userId()) || users.size() < maxUsers;
    }

    void enter(Participant participant) {
        participants.add(participant);
        String userId = participant.user.userId();
        Attendance attendance = users.get(userId);
        if (attendance == null) {
            attendance = new Attendance(participant.user, log.version() + 1);
            users.put(userId, attendance);
            counters.users.incrementAndGet();
            reporter.onUserJoined(participant.user, participant);
            append(new RoomEvent.UserJoined(log.version() + 1, participant.user));
        }
        attendance.participants++;
    }

    void leave(Participant participant, StreamRemovalReason reason) {
        if (!participants.remove(participant)) {
            throw new IllegalStateException(participant.user + " is not in " + roomId);
        }
        participant.markLeft();
        String userId = participant.user.userId();
        Attendance attendance = users.get(userId);
        if (attendance != null && --attendance.participants == 0) {
            users.remove(userId);
            counters.users.decrementAndGet();
            reporter.onUserLeft(attendance.user, reason);
            append(new RoomEvent.UserLeft(log.version() + 1, attendance.user));
        }
    }

    /// Announces a stream; returns the id of its life.
    long addStream(Participant publisher, String streamId, String extraInfo, String videoCodec) {
        Attendance attendance = users.get(publisher.user.userId());
        RoomUser user = attendance == null ? publisher.user : attendance.user;
        RoomStream stream = new RoomStream(streamId, user, extraInfo);
        streams.put(streamId, stream);
        counters.streams.incrementAndGet();
        append(new RoomEvent.StreamAdded(log.version() + 1, stream));
        return reporter.onStreamAdded(stream, videoCodec);
    }

    void removeStream(String streamId, StreamRemovalReason reason) {
        RoomStream stream = streams.remove(streamId);
        if (stream != null) {
            counters.streams.decrementAndGet();
            reporter.onStreamRemoved(stream, reason);
            append(new RoomEvent.StreamRemoved(log.version() + 1, stream, reason));
        }
    }

    /// Changes the extra info of a stream that is there; nobody is told if it is what it was.
    void changeExtraInfo(String streamId, String extraInfo) {
        RoomStream former = streams.get(streamId);
        if (former == null || former.extraInfo().equals(extraInfo)) {
            return;
        }
        RoomStream stream = former.withExtraInfo(extraInfo);
        streams.put(streamId, stream);
        append(new RoomEvent.StreamExtraInfoChanged(log.version() + 1, stream));
    }

    /// Everybody here; guarded by the lock like the rest.
    Set<Participant> participants() {
        return participants;
    }

    /// Users by their arrival, after the one that the marker names.
    ServerOperations.UserPage page(boolean newestFirst, int limit, String marker) {
        long after = newestFirst ? Long.MAX_VALUE : 0;
        if (!marker.isEmpty()) {
            String prefix = roomSessionId + MARKER_SEPARATOR;
            try {
                if (!marker.startsWith(prefix)) {
                    return new ServerOperations.UserPage(List.of(), "");
                }
                after = Long.parseLong(marker.substring(prefix.length()));
            } catch (NumberFormatException e) {
                return new ServerOperations.UserPage(List.of(), "");
            }
        }
        List<RoomUser> page = new ArrayList<>();
        long last = after;
        var all = newestFirst ? users.sequencedValues().reversed() : users.sequencedValues();
        for (Attendance attendance : all) {
            if (newestFirst ? attendance.sequence >= after : attendance.sequence <= after) {
                continue;
            }
            if (page.size() == limit) {
                return new ServerOperations.UserPage(page, roomSessionId + MARKER_SEPARATOR + last);
            }
            page.add(attendance.user);
            last = attendance.sequence;
        }
        return new ServerOperations.UserPage(page, "");
    }

    int logSize() {
        return log.size();
    }

    List<RoomStream> streams() {
        return List.copyOf(streams.values());
    }

    /// The view of one participant: the others.
    Answer.Snapshot snapshotFor(Participant viewer) {
        List<RoomUser> others = new ArrayList<>();
        if (viewer.seesUsers()) {
            for (Attendance attendance : users.values()) {
                if (!viewer.owns(attendance.user)) {
                    others.add(attendance.user);
                }
            }
        }
        List<RoomStream> theirs = new ArrayList<>();
        for (RoomStream stream : streams.values()) {
            if (!viewer.owns(stream.user())) {
                theirs.add(stream);
            }
        }
        return new Answer.Snapshot(others, theirs, users.size());
    }

    /// What a participant that has seen everything up to `version` needs: the events since, or a
    /// snapshot if the log does not reach back so far or it has seen nothing (version 0).
    Answer.RoomState stateSince(long version, Participant viewer) {
        if (version == 0 || !log.reaches(version)) {
            counters.snapshotsSent.increment();
            return snapshotFor(viewer);
        }
        return new Answer.Missed(log.after(version, viewer::sees));
    }

    /// Gives a participant whose queue was full what it missed; false if its queue is full again.
    boolean catchUp(Participant participant, Connection connection) {
        ServerMessage message =
                switch (stateSince(participant.laggingSince(), participant)) {
                    case Answer.Missed(var events) ->
                            new ServerMessage.RoomEvents(roomId, version(), events);
                    case Answer.Snapshot snapshot ->
                            new ServerMessage.RoomSnapshot(roomId, version(), snapshot);
                };
        if (!connection.send(message)) {
            return false;
        }
        counters.catchUps.increment();
        participant.markCaughtUp();
        return true;
    }

    void announceUserCount() {
        SharedMessage message =
                new SharedMessage(new ServerMessage.UserCount(roomId, users.size()));
        for (Participant participant : participants) {
            participant.deliverIfPossible(message);
        }
    }

    private void append(RoomEvent event) {
        log.append(event);
        counters.eventsLogged.increment();
        SharedMessage message =
                new SharedMessage(
                        new ServerMessage.RoomEvents(roomId, event.version(), List.of(event)));
        int receivers = 0;
        for (Participant participant : participants) {
            if (participant.deliver(event, message)) {
                receivers++;
            }
        }
        counters.eventsSent.add(receivers);
    }
}
