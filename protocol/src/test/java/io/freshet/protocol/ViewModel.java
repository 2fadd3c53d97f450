package io.freshet.protocol;

import io.freshet.protocol.message.Answer;
import io.freshet.protocol.message.RoomEvent;
import io.freshet.protocol.message.RoomExtraInfo;
import io.freshet.protocol.message.RoomStream;
import io.freshet.protocol.message.RoomUser;
import io.freshet.protocol.message.ServerMessage;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// A client's view of a room by the rules of `signalling.md` section 5 and nothing else; what an
/// application is told of it is not its business.
final class ViewModel {

    final Map<String, RoomUser> users = new TreeMap<>();
    final Map<String, RoomStream> streams = new TreeMap<>();
    final Map<String, RoomExtraInfo> roomExtraInfo = new TreeMap<>();
    private final Set<String> doubtfulUsers = new HashSet<>();
    private final Set<String> doubtfulStreams = new HashSet<>();
    private long version;
    private boolean whole;

    long version() {
        return version;
    }

    boolean isWhole() {
        return whole;
    }

    void onMessage(ServerMessage message) {
        switch (message) {
            case Answer answer when answer.result() instanceof Answer.LoggedIn loggedIn -> {
                switch (loggedIn.state()) {
                    case Answer.Snapshot snapshot -> onSnapshot(loggedIn.version(), snapshot);
                    case Answer.Missed missed -> onEvents(loggedIn.version(), missed.events());
                }
            }
            case ServerMessage.RoomSnapshot notice ->
                    onSnapshot(notice.version(), notice.snapshot());
            case ServerMessage.RoomPage page when !whole -> {
                version = page.version();
                confirm(page.users(), page.streams());
                endUnless(page.more());
            }
            case ServerMessage.RoomEvents notice -> onEvents(notice.version(), notice.events());
            default -> {}
        }
    }

    private void onSnapshot(long newVersion, Answer.Snapshot snapshot) {
        version = newVersion;
        whole = false;
        doubtfulUsers.addAll(users.keySet());
        doubtfulStreams.addAll(streams.keySet());
        roomExtraInfo.clear();
        snapshot.roomExtraInfo().forEach(info -> roomExtraInfo.put(info.key(), info));
        confirm(snapshot.users(), snapshot.streams());
        endUnless(snapshot.more());
    }

    private void onEvents(long newVersion, List<RoomEvent> events) {
        for (RoomEvent event : events) {
            if (event.version() > version) {
                version = event.version();
                apply(event);
            }
        }
        version = Math.max(version, newVersion);
    }

    private void apply(RoomEvent event) {
        switch (event) {
            case RoomEvent.UserJoined(long _, var user) -> confirm(List.of(user), List.of());
            case RoomEvent.UserLeft(long _, var user) -> users.remove(user.userId());
            case RoomEvent.StreamAdded(long _, var stream) -> confirm(List.of(), List.of(stream));
            case RoomEvent.StreamRemoved(long _, var stream, var _) ->
                    streams.remove(stream.streamId());
            case RoomEvent.StreamExtraInfoChanged(long _, var stream) -> change(stream);
            case RoomEvent.StreamDeviceStatesChanged(long _, var stream) -> change(stream);
            case RoomEvent.RoomExtraInfoChanged(long _, var info) ->
                    roomExtraInfo.put(info.key(), info);
        }
    }

    private void change(RoomStream stream) {
        if (streams.containsKey(stream.streamId())) {
            confirm(List.of(), List.of(stream));
        }
    }

    private void confirm(List<RoomUser> someUsers, List<RoomStream> someStreams) {
        for (RoomUser user : someUsers) {
            users.put(user.userId(), user);
            doubtfulUsers.remove(user.userId());
        }
        for (RoomStream stream : someStreams) {
            streams.put(stream.streamId(), stream);
            doubtfulStreams.remove(stream.streamId());
        }
    }

    private void endUnless(boolean more) {
        if (!more) {
            users.keySet().removeAll(doubtfulUsers);
            streams.keySet().removeAll(doubtfulStreams);
            doubtfulUsers.clear();
            doubtfulStreams.clear();
            whole = true;
        }
    }
}
