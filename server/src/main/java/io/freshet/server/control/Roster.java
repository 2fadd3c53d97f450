package io.freshet.server.control;

import io.freshet.protocol.message.RoomStream;
import io.freshet.protocol.message.RoomUser;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The announced users and the streams of a room, each under the version of the event that brought
/// it, so that snapshots can be cut into pages that go on where the one before ended, whoever comes
/// and goes between them. Guarded by the room's lock.
final class Roster {
    /// What came from one version on until the next stretch begins. Most newcomers get it as one
    /// page, the same for all of them.
    private static final class Stretch {
        int count;

        /// Made when it is first asked for, and anew after each change.
        @Nullable SharedPart part;

        void add(int change) {
            count += change;
            part = null;
        }
    }

    private final int pageSize;
    private final TreeMap<Long, RoomUser> users = new TreeMap<>();
    private final TreeMap<Long, RoomStream> streams = new TreeMap<>();

    /// By the version of the first in it, or of one that has left since.
    private final TreeMap<Long, Stretch> stretches = new TreeMap<>();

    Roster(int pageSize) {
        this.pageSize = pageSize;
    }

    /// One part of the room.
    ///
    /// @param last the version of the last that was looked at
    /// @param more whether there are others after it
    record Part(List<RoomUser> users, List<RoomStream> streams, long last, boolean more) {}

    /// What a newcomer is given next.
    ///
    /// @param last the version until which it then has been given everything
    /// @param more whether there are others after it
    record Page(SharedPart part, long last, boolean more) {}

    void put(long version, RoomUser user) {
        onPut(version, users.put(version, user) == null);
    }

    void removeUser(long version) {
        if (users.remove(version) != null) {
            onRemoved(version);
        }
    }

    void put(long version, RoomStream stream) {
        onPut(version, streams.put(version, stream) == null);
    }

    void removeStream(long version) {
        if (streams.remove(version) != null) {
            onRemoved(version);
        }
    }

    int size() {
        return users.size() + streams.size();
    }

    private void onPut(long version, boolean added) {
        Map.Entry<Long, Stretch> last = stretches.floorEntry(version);
        if (last == null || (added && last.getValue().count >= pageSize)) {
            stretches.put(version, new Stretch());
            last = stretches.floorEntry(version);
        }
        last.getValue().add(added ? 1 : 0);
    }

    private void onRemoved(long version) {
        Map.Entry<Long, Stretch> entry = stretches.floorEntry(version);
        entry.getValue().add(-1);
        Map.Entry<Long, Stretch> before = stretches.lowerEntry(entry.getKey());
        if (before == null) {
            before = entry;
            entry = stretches.higherEntry(entry.getKey());
        }
        // A room that many have left has few pages again.
        if (entry != null && before.getValue().count + entry.getValue().count <= pageSize / 2) {
            before.getValue().add(entry.getValue().count);
            stretches.remove(entry.getKey());
        }
    }

    /// Users by their coming, in either direction.
    ///
    /// @param last the version of the last
    record UserList(List<RoomUser> users, long last, boolean more) {}

    /// Up to `max` users that came after a version, or before it if the newest come first.
    UserList users(boolean newestFirst, long after, int max) {
        var from = (newestFirst ? users.descendingMap() : users).tailMap(after, false);
        List<RoomUser> list = new ArrayList<>();
        long last = after;
        for (Map.Entry<Long, RoomUser> entry : from.entrySet()) {
            if (list.size() == max) {
                return new UserList(list, last, true);
            }
            list.add(entry.getValue());
            last = entry.getKey();
        }
        return new UserList(list, last, false);
    }

    /// The next page for a viewer of users and streams that came after one version and not after
    /// another. It is shared with others if none of it is the viewer's own or came too late.
    ///
    /// @param ownVersion at which the viewer's own user came
    Page page(Participant viewer, long ownVersion, long after, long until) {
        long first = Math.min(nextVersion(users, after), nextVersion(streams, after));
        if (!viewer.seesUsers() || first > until) {
            return own(viewer, after, until, until);
        }
        long start = stretches.floorKey(first);
        Long following = stretches.higherKey(start);
        long end = following == null ? Long.MAX_VALUE : following - 1;
        boolean whole = start > after && lastVersion(end) <= until;
        boolean holdsOwn = start <= ownVersion && ownVersion <= end;
        if (!whole || holdsOwn || part(start, end).holdsStreamOf(viewer)) {
            return own(viewer, after, Math.min(end, until), until);
        }
        SharedPart part = part(start, end);
        long last = Math.min(end, until);
        return new Page(part, last, cut(viewer, last, until, 0).more());
    }

    private Page own(Participant viewer, long after, long end, long until) {
        Part part = cut(viewer, after, end, pageSize);
        boolean more = part.more() || cut(viewer, part.last(), until, 0).more();
        return new Page(new SharedPart(part.users(), part.streams()), part.last(), more);
    }

    private SharedPart part(long start, long end) {
        Stretch stretch = stretches.floorEntry(start).getValue();
        SharedPart part = stretch.part;
        if (part == null) {
            part =
                    new SharedPart(
                            users.subMap(start, true, end, true).values(),
                            streams.subMap(start, true, end, true).values());
            stretch.part = part;
        }
        return part;
    }

    private long lastVersion(long end) {
        Long user = users.floorKey(end);
        Long stream = streams.floorKey(end);
        return Math.max(user == null ? 0 : user, stream == null ? 0 : stream);
    }

    private static long nextVersion(NavigableMap<Long, ?> map, long after) {
        Long next = map.higherKey(after);
        return next == null ? Long.MAX_VALUE : next;
    }

    /// Up to `max` users and streams that the viewer sees and that came after one version and not
    /// after another, in the order of their coming.
    Part cut(Participant viewer, long after, long until, int max) {
        Cursor<RoomUser> userCursor = new Cursor<>(viewer.seesUsers() ? users : Map.of(), after);
        Cursor<RoomStream> streamCursor = new Cursor<>(streams, after);
        List<RoomUser> partUsers = new ArrayList<>();
        List<RoomStream> partStreams = new ArrayList<>();
        long last = after;
        while (true) {
            long next = Math.min(userCursor.version, streamCursor.version);
            if (next > until) {
                return new Part(partUsers, partStreams, until, false);
            }
            if (userCursor.version == next) {
                if (!viewer.owns(userCursor.value())) {
                    if (partUsers.size() + partStreams.size() == max) {
                        return new Part(partUsers, partStreams, last, true);
                    }
                    partUsers.add(userCursor.value());
                }
                userCursor.advance();
            } else {
                if (!viewer.owns(streamCursor.value().user())) {
                    if (partUsers.size() + partStreams.size() == max) {
                        return new Part(partUsers, partStreams, last, true);
                    }
                    partStreams.add(streamCursor.value());
                }
                streamCursor.advance();
            }
            last = next;
        }
    }

    /// Goes through one of the maps; at its end the version is `Long.MAX_VALUE`.
    private static final class Cursor<T> {
        private final Iterator<Map.Entry<Long, T>> entries;
        private final List<T> current = new ArrayList<>(1);
        long version;

        Cursor(Map<Long, T> from, long after) {
            entries =
                    from instanceof TreeMap<Long, T> tree
                            ? tree.tailMap(after, false).entrySet().iterator()
                            : List.<Map.Entry<Long, T>>of().iterator();
            advance();
        }

        void advance() {
            current.clear();
            if (entries.hasNext()) {
                Map.Entry<Long, T> entry = entries.next();
                version = entry.getKey();
                current.add(entry.getValue());
            } else {
                version = Long.MAX_VALUE;
            }
        }

        T value() {
            return current.getFirst();
        }
    }
}
