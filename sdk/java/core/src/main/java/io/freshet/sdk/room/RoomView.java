package io.freshet.sdk.room;

import io.freshet.protocol.message.Answer;
import io.freshet.protocol.message.RoomEvent;
import io.freshet.protocol.message.RoomStream;
import io.freshet.protocol.message.RoomUser;
import io.freshet.protocol.message.StreamRemovalReason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one client knows of a room. Snapshots and events go in, what has changed for the app comes
/// out: applied in order to what the app was told before, it always yields the server's state, no
/// entry is added twice and none removed that was not there.
///
/// Its size is the room's, which the server bounds. No time, no thread, no input or output.
public final class RoomView {
    private final String ownUserId;
    private final boolean userNotices;
    private final Map<String, RoomUser> users = new LinkedHashMap<>();
    private final Map<String, RoomStream> streams = new LinkedHashMap<>();
    private long version;

    /// @param userNotices whether the app wants to hear of users; streams it hears of always
    public RoomView(String ownUserId, boolean userNotices) {
        this.ownUserId = ownUserId;
        this.userNotices = userNotices;
    }

    /// The room's version last seen, 0 before the first snapshot.
    public long version() {
        return version;
    }

    /// The streams of others, oldest first.
    public List<RoomStream> streams() {
        return new ArrayList<>(streams.values());
    }

    /// The other users, in the order in which this client learned of them.
    public List<RoomUser> users() {
        return new ArrayList<>(users.values());
    }

    /// Moves on to a snapshot. Removals come before additions, users before streams where they are
    /// added and after them where they are removed: a stream is never there without its user.
    public List<RoomChange> onSnapshot(long newVersion, Answer.Snapshot snapshot) {
        Map<String, RoomUser> newUsers = new LinkedHashMap<>();
        if (userNotices) {
            for (RoomUser user : snapshot.users()) {
                if (!user.userId().equals(ownUserId)) {
                    newUsers.put(user.userId(), user);
                }
            }
        }
        Map<String, RoomStream> newStreams = new LinkedHashMap<>();
        for (RoomStream stream : snapshot.streams()) {
            if (!isOwn(stream)) {
                newStreams.put(stream.streamId(), stream);
            }
        }
        Changes changes = new Changes();
        for (RoomStream old : streams()) {
            if (!isSamePublication(old, newStreams.get(old.streamId()))) {
                removeStream(old, StreamRemovalReason.DISCONNECTED, changes);
            }
        }
        for (RoomUser old : users()) {
            if (!old.equals(newUsers.get(old.userId()))) {
                users.remove(old.userId());
                changes.removed(old);
            }
        }
        for (RoomUser user : newUsers.values()) {
            addUser(user, changes);
        }
        for (RoomStream stream : newStreams.values()) {
            addStream(stream, changes);
        }
        version = newVersion;
        return changes.list();
    }

    /// Moves on by events, missed ones as well as new ones; those at or below [#version] are known
    /// already and skipped.
    ///
    /// @param newVersion the room's version after them, which may be larger than the last event's
    public List<RoomChange> onEvents(long newVersion, List<RoomEvent> events) {
        Changes changes = new Changes();
        for (RoomEvent event : events) {
            if (event.version() > version) {
                version = event.version();
                apply(event, changes);
            }
        }
        version = Math.max(version, newVersion);
        return changes.list();
    }

    private void apply(RoomEvent event, Changes changes) {
        if (event instanceof RoomEvent.UserJoined joined) {
            if (userNotices && !joined.user().userId().equals(ownUserId)) {
                addUser(joined.user(), changes);
            }
        } else if (event instanceof RoomEvent.UserLeft left) {
            RoomUser known = users.remove(left.user().userId());
            if (known != null) {
                changes.removed(known);
            }
        } else if (event instanceof RoomEvent.StreamAdded added) {
            if (!isOwn(added.stream())) {
                addStream(added.stream(), changes);
            }
        } else if (event instanceof RoomEvent.StreamRemoved removed) {
            RoomStream known = streams.get(removed.stream().streamId());
            if (known != null) {
                removeStream(known, removed.reason(), changes);
            }
        } else if (event instanceof RoomEvent.StreamExtraInfoChanged changed) {
            if (streams.containsKey(changed.stream().streamId())) {
                addStream(changed.stream(), changes);
            }
        }
    }

    /// Tells of the user unless the app knows it under this very name.
    private void addUser(RoomUser user, Changes changes) {
        RoomUser known = users.put(user.userId(), user);
        if (known == null) {
            changes.added(user);
        } else if (!known.equals(user)) {
            changes.removed(known);
            changes.added(user);
        }
    }

    /// A stream of the same ID by somebody else is another stream; by the same user at most its
    /// extra info is new.
    private void addStream(RoomStream stream, Changes changes) {
        RoomStream known = streams.get(stream.streamId());
        if (known != null && !isSamePublication(known, stream)) {
            removeStream(known, StreamRemovalReason.DISCONNECTED, changes);
            known = null;
        }
        streams.put(stream.streamId(), stream);
        if (known == null) {
            changes.added(stream);
        } else if (!known.extraInfo().equals(stream.extraInfo())) {
            changes.extraInfoChanged(stream);
        }
    }

    private void removeStream(RoomStream stream, StreamRemovalReason reason, Changes changes) {
        streams.remove(stream.streamId());
        changes.removed(stream, reason);
    }

    private boolean isOwn(RoomStream stream) {
        return stream.user().userId().equals(ownUserId);
    }

    private static boolean isSamePublication(RoomStream one, @Nullable RoomStream other) {
        return other != null && one.user().userId().equals(other.user().userId());
    }

    /// Collects changes in order; neighbours of one kind become one.
    private static final class Changes {
        private enum Kind {
            NONE,
            USERS_ADDED,
            USERS_REMOVED,
            STREAMS_ADDED,
            STREAMS_REMOVED,
            EXTRA_INFO_CHANGED
        }

        private final List<RoomChange> done = new ArrayList<>();
        private Kind kind = Kind.NONE;
        private List<RoomUser> users = new ArrayList<>();
        private List<RoomStream> streams = new ArrayList<>();
        private List<StreamRemovalReason> reasons = new ArrayList<>();

        void added(RoomUser user) {
            begin(Kind.USERS_ADDED);
            users.add(user);
        }

        void removed(RoomUser user) {
            begin(Kind.USERS_REMOVED);
            users.add(user);
        }

        void added(RoomStream stream) {
            begin(Kind.STREAMS_ADDED);
            streams.add(stream);
        }

        void removed(RoomStream stream, StreamRemovalReason reason) {
            begin(Kind.STREAMS_REMOVED);
            streams.add(stream);
            reasons.add(reason);
        }

        void extraInfoChanged(RoomStream stream) {
            begin(Kind.EXTRA_INFO_CHANGED);
            streams.add(stream);
        }

        List<RoomChange> list() {
            begin(Kind.NONE);
            return done;
        }

        private void begin(Kind next) {
            if (next == kind) {
                return;
            }
            switch (kind) {
                case NONE -> {}
                case USERS_ADDED -> done.add(new RoomChange.UsersAdded(users));
                case USERS_REMOVED -> done.add(new RoomChange.UsersRemoved(users));
                case STREAMS_ADDED -> done.add(new RoomChange.StreamsAdded(streams));
                case STREAMS_REMOVED -> done.add(new RoomChange.StreamsRemoved(streams, reasons));
                case EXTRA_INFO_CHANGED -> done.add(new RoomChange.ExtraInfoChanged(streams));
            }
            kind = next;
            users = new ArrayList<>();
            streams = new ArrayList<>();
            reasons = new ArrayList<>();
        }
    }
}
