package io.freshet.simulation;

import im.zego.zegoexpress.constants.ZegoRoomStateChangedReason;
import im.zego.zegoexpress.entity.ZegoBroadcastMessageInfo;
import im.zego.zegoexpress.entity.ZegoStream;
import im.zego.zegoexpress.entity.ZegoUser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A room as callbacks have told an application of it, and nothing else. Strict: an addition of
/// what is there, a removal of what is not, a message that came before, and anything while the
/// application is not in the room are callbacks too many, too few or in the wrong order.
final class ToldRoom {
    private enum State {
        OUT,
        LOGGING_IN,
        IN,
        RECONNECTING
    }

    private final String name;
    private final Map<String, String> users = new TreeMap<>();
    private final Map<String, String> streams = new TreeMap<>();

    /// The newest number of each sender.
    private final Map<String, Integer> heard = new HashMap<>();

    private State state = State.OUT;

    ToldRoom(String name) {
        this.name = name;
    }

    boolean isIn() {
        return state == State.IN;
    }

    boolean isOut() {
        return state == State.OUT;
    }

    Map<String, String> users() {
        return users;
    }

    /// Each with its user and extra info.
    Map<String, String> streams() {
        return streams;
    }

    void onState(ZegoRoomStateChangedReason reason) {
        State next =
                switch (reason) {
                    case LOGINING -> from(State.LOGGING_IN, State.OUT);
                    case LOGINED -> from(State.IN, State.LOGGING_IN);
                    case RECONNECTING -> from(State.RECONNECTING, State.IN);
                    case RECONNECTED -> from(State.IN, State.RECONNECTING);
                    case LOGIN_FAILED -> from(State.OUT, State.OUT, State.LOGGING_IN);
                    case RECONNECT_FAILED -> from(State.OUT, State.RECONNECTING);
                    case KICK_OUT ->
                            from(State.OUT, State.IN, State.RECONNECTING, State.LOGGING_IN);
                    case LOGOUT -> from(State.OUT, State.values());
                    case LOGOUT_FAILED -> state;
                };
        state = next;
        if (state == State.OUT) {
            users.clear();
            streams.clear();
            heard.clear();
        }
    }

    private State from(State next, State... allowed) {
        require(List.of(allowed).contains(state), "goes to " + next);
        return next;
    }

    void onUsersAdded(List<ZegoUser> added) {
        for (ZegoUser user : added) {
            requireIn("user " + user.userID);
            require(users.put(user.userID, user.userName) == null, user.userID + " was there");
        }
    }

    void onUsersRemoved(List<ZegoUser> removed) {
        for (ZegoUser user : removed) {
            requireIn("user " + user.userID);
            require(users.remove(user.userID) != null, user.userID + " was not there");
        }
    }

    void onStreamsAdded(List<ZegoStream> added) {
        for (ZegoStream stream : added) {
            requireIn("stream " + stream.streamID);
            require(
                    streams.put(stream.streamID, stream.user.userID + "/" + stream.extraInfo)
                            == null,
                    stream.streamID + " was there");
        }
    }

    void onStreamsRemoved(List<ZegoStream> removed) {
        for (ZegoStream stream : removed) {
            requireIn("stream " + stream.streamID);
            require(streams.remove(stream.streamID) != null, stream.streamID + " was not there");
        }
    }

    void onExtraInfos(List<ZegoStream> changed) {
        for (ZegoStream stream : changed) {
            requireIn("stream " + stream.streamID);
            require(
                    streams.replace(stream.streamID, stream.user.userID + "/" + stream.extraInfo)
                            != null,
                    stream.streamID + " was not there");
        }
    }

    /// The text is the sender's name and a number that grows with each: `app3#17`.
    void onMessages(List<ZegoBroadcastMessageInfo> messages) {
        for (ZegoBroadcastMessageInfo message : messages) {
            requireIn("message " + message.message);
            int hash = message.message.indexOf('#');
            String sender = message.message.substring(0, hash);
            int number = Integer.parseInt(message.message.substring(hash + 1));
            Integer before = heard.put(sender, number);
            require(before == null || before < number, message.message + " after " + before);
        }
    }

    private void requireIn(String what) {
        require(state == State.IN, "is told of " + what);
    }

    private void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new AssertionError(this + ": " + otherwise);
        }
    }

    @Override
    public String toString() {
        return name + " " + state + " " + users + " " + streams;
    }
}
