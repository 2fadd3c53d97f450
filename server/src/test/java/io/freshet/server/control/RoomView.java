package io.freshet.server.control;

import io.freshet.protocol.message.Answer;
import io.freshet.protocol.message.RoomEvent;
import io.freshet.protocol.message.RoomStream;
import io.freshet.protocol.message.RoomUser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A room as one client knows it, reduced from snapshots and events as an SDK does it. Strict: an
/// addition of what is there, or a removal of what is not, would be a callback too many or too few,
/// and throws.
final class RoomView {
    private final Map<String, RoomUser> users = new LinkedHashMap<>();
    private final Map<String, RoomStream> streams = new LinkedHashMap<>();
    private long version;

    long version() {
        return version;
    }

    Map<String, RoomUser> users() {
        return users;
    }

    Map<String, RoomStream> streams() {
        return streams;
    }

    void onLoggedIn(Answer.LoggedIn loggedIn) {
        switch (loggedIn.state()) {
            case Answer.Snapshot snapshot -> replace(loggedIn.version(), snapshot);
            case Answer.Missed missed -> apply(loggedIn.version(), missed.events());
        }
    }

    void replace(long newVersion, Answer.Snapshot snapshot) {
        require(newVersion >= version, "snapshot of version " + newVersion + " is old");
        users.clear();
        streams.clear();
        snapshot.users().forEach(user -> users.put(user.userId(), user));
        snapshot.streams().forEach(stream -> streams.put(stream.streamId(), stream));
        version = newVersion;
    }

    void apply(long newVersion, List<RoomEvent> events) {
        for (RoomEvent event : events) {
            require(event.version() > version, event + " is not after " + version);
            version = event.version();
            apply(event);
        }
        require(newVersion >= version, "the batch says " + newVersion + ", its events more");
        version = newVersion;
    }

    private void apply(RoomEvent event) {
        switch (event) {
            case RoomEvent.UserJoined(var _, var user) ->
                    require(users.put(user.userId(), user) == null, user + " was there");
            case RoomEvent.UserLeft(var _, var user) ->
                    require(users.remove(user.userId()) != null, user + " was not there");
            case RoomEvent.StreamAdded(var _, var stream) ->
                    require(streams.put(stream.streamId(), stream) == null, stream + " was there");
            case RoomEvent.StreamRemoved(var _, var stream, var _) ->
                    require(streams.remove(stream.streamId()) != null, stream + " was not there");
            case RoomEvent.StreamExtraInfoChanged(var _, var stream) ->
                    require(
                            streams.put(stream.streamId(), stream) != null,
                            stream + " was not there");
            case RoomEvent.StreamDeviceStatesChanged _, RoomEvent.RoomExtraInfoChanged _ ->
                    throw new AssertionError(event + " is not served");
        }
    }

    private void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new AssertionError(otherwise + ", in the view " + this);
        }
    }

    @Override
    public String toString() {
        return "v" + version + " " + users.keySet() + " " + streams.keySet();
    }
}
