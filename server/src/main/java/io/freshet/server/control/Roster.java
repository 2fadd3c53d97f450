package io.freshet.server.control;

import io.freshet.protocol.message.RoomStream;
import io.freshet.protocol.message.RoomUser;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The announced users and the streams of a room, each under the version of the event that brought
/// it, so that snapshots can be cut into pages that go on where the one before ended, whoever comes
/// and goes between them. Guarded by the room's lock.
final class Roster {
    private final TreeMap<Long, RoomUser> users = new TreeMap<>();
    private final TreeMap<Long, RoomStream> streams = new TreeMap<>();

    /// One part of the room.
    ///
    /// @param last the version of the last that was looked at
    /// @param more whether there are others after it
    record Part(List<RoomUser> users, List<RoomStream> streams, long last, boolean more) {}

    void put(long version, RoomUser user) {
        users.put(version, user);
    }

    void removeUser(long version) {
        users.remove(version);
    }

    void put(long version, RoomStream stream) {
        streams.put(version, stream);
    }

    void removeStream(long version) {
        streams.remove(version);
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
