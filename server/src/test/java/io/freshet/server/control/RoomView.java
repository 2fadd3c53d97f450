package io.freshet.server.control;

import io.freshet.protocol.message.Answer;
import io.freshet.protocol.message.RoomEvent;
import io.freshet.protocol.message.RoomExtraInfo;
import io.freshet.protocol.message.RoomStream;
import io.freshet.protocol.message.RoomUser;
import io.freshet.protocol.message.ServerMessage;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A room as one client knows it, put together from snapshots, pages and events as an SDK does it.
/// Strict: an addition of what is there, or a removal of what is not, in a view that is whole would
/// be a callback too many or too few, and throws; so does anything that comes in two parts of a
/// snapshot.
final class RoomView {
    private final Map<String, RoomUser> users = new LinkedHashMap<>();
    private final Map<String, RoomStream> streams = new LinkedHashMap<>();
    private final Set<String> doubtfulUsers = new HashSet<>();
    private final Set<String> doubtfulStreams = new HashSet<>();
    private List<RoomExtraInfo> roomExtraInfo = List.of();
    private boolean whole = true;
    private long version;
    private int pages;

    long version() {
        return version;
    }

    /// What a resume says: a view that lacks pages has to begin anew.
    long resumeVersion() {
        return whole ? version : 0;
    }

    boolean isWhole() {
        return whole;
    }

    /// Pages that came.
    int pages() {
        return pages;
    }

    Map<String, RoomUser> users() {
        return users;
    }

    Map<String, RoomStream> streams() {
        return streams;
    }

    List<RoomExtraInfo> roomExtraInfo() {
        return roomExtraInfo;
    }

    void onLoggedIn(Answer.LoggedIn loggedIn) {
        switch (loggedIn.state()) {
            case Answer.Snapshot snapshot -> replace(loggedIn.version(), snapshot);
            case Answer.Missed missed -> {
                require(whole, "events for a view that lacks pages");
                apply(loggedIn.version(), missed.events());
            }
        }
    }

    void replace(long newVersion, Answer.Snapshot snapshot) {
        require(newVersion >= version, "snapshot of version " + newVersion + " is old");
        whole = false;
        doubtfulUsers.addAll(users.keySet());
        doubtfulStreams.addAll(streams.keySet());
        roomExtraInfo = snapshot.roomExtraInfo();
        add(newVersion, snapshot.users(), snapshot.streams(), snapshot.more());
    }

    void onPage(ServerMessage.RoomPage page) {
        require(!whole, "a page that was not owed");
        require(page.version() == version, "the events before the page end at " + version);
        pages++;
        add(page.version(), page.users(), page.streams(), page.more());
    }

    private void add(
            long newVersion, List<RoomUser> newUsers, List<RoomStream> newStreams, boolean more) {
        for (RoomUser user : newUsers) {
            boolean doubted = doubtfulUsers.remove(user.userId());
            require(users.put(user.userId(), user) == null || doubted, user + " came already");
        }
        for (RoomStream stream : newStreams) {
            boolean doubted = doubtfulStreams.remove(stream.streamId());
            require(
                    streams.put(stream.streamId(), stream) == null || doubted,
                    stream + " came already");
        }
        version = newVersion;
        if (!more) {
            whole = true;
            users.keySet().removeAll(doubtfulUsers);
            streams.keySet().removeAll(doubtfulStreams);
            doubtfulUsers.clear();
            doubtfulStreams.clear();
        }
    }

    /// Rule 2: a batch that goes to many may begin with events that the view's version counts.
    void apply(long newVersion, List<RoomEvent> events) {
        require(events.isEmpty() || newVersion > version, "nothing new in " + events);
        long last = 0;
        for (RoomEvent event : events) {
            require(event.version() > last, event + " is not after " + last);
            last = event.version();
            if (last > version) {
                version = last;
                apply(event);
            }
        }
        require(newVersion >= version, "the batch says " + newVersion + ", its events more");
        version = newVersion;
    }

    private void apply(RoomEvent event) {
        switch (event) {
            case RoomEvent.UserJoined(var _, var user) -> {
                boolean doubted = doubtfulUsers.remove(user.userId());
                require(users.put(user.userId(), user) == null || doubted, user + " was there");
            }
            case RoomEvent.UserLeft(var _, var user) -> {
                doubtfulUsers.remove(user.userId());
                require(users.remove(user.userId()) != null || !whole, user + " was not there");
            }
            case RoomEvent.StreamAdded(var _, var stream) -> {
                boolean doubted = doubtfulStreams.remove(stream.streamId());
                require(
                        streams.put(stream.streamId(), stream) == null || doubted,
                        stream + " was there");
            }
            case RoomEvent.StreamRemoved(var _, var stream, var _) -> {
                doubtfulStreams.remove(stream.streamId());
                require(
                        streams.remove(stream.streamId()) != null || !whole,
                        stream + " was not there");
            }
            case RoomEvent.StreamExtraInfoChanged(var _, var stream) -> change(stream);
            case RoomEvent.StreamDeviceStatesChanged(var _, var stream) -> change(stream);
            case RoomEvent.RoomExtraInfoChanged(var _, var info) -> roomExtraInfo = List.of(info);
        }
    }

    private void change(RoomStream stream) {
        boolean there = streams.replace(stream.streamId(), stream) != null;
        require(there || !whole, stream + " was not there");
    }

    private void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new AssertionError(otherwise + ", in the view " + this);
        }
    }

    @Override
    public String toString() {
        return "v"
                + version
                + (whole ? " " : " (not whole) ")
                + users.keySet()
                + " "
                + streams.keySet();
    }
}
