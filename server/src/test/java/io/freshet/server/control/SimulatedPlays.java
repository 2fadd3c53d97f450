package io.freshet.server.control;

import io.freshet.protocol.ErrorCode;
import io.freshet.protocol.message.Answer;
import io.freshet.protocol.message.ServerMessage;
import io.freshet.protocol.message.ServerMessage.MediaState;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The streams that a [SimulatedClient] wishes to play, and how far each is.
final class SimulatedPlays {
    static final int MAX = 10;

    enum State {
        REQUESTING,
        WAITING,
        PLAYING
    }

    private final Map<String, State> states = new HashMap<>();

    /// What it has to tell the server that it no longer plays.
    final Set<String> stopped = new HashSet<>();

    Map<String, State> states() {
        return states;
    }

    List<String> all() {
        return List.copyOf(states.keySet());
    }

    boolean isRequested(String stream) {
        return states.get(stream) == State.REQUESTING;
    }

    /// False if it plays so many already.
    boolean request(String stream) {
        if (states.size() >= MAX && !states.containsKey(stream)) {
            return false;
        }
        states.put(stream, State.REQUESTING);
        return true;
    }

    boolean stop(String stream) {
        return states.remove(stream) != null && stopped.add(stream);
    }

    void clear() {
        states.clear();
        stopped.clear();
    }

    /// The newest request of a stream was answered.
    void onAnswer(String stream, Answer answer) {
        if (!isRequested(stream)) {
            return;
        }
        if (answer.code() == 0) {
            states.put(stream, State.PLAYING);
        } else if (wishStands(answer.code())) {
            states.put(stream, State.WAITING);
        } else {
            states.remove(stream);
        }
    }

    /// Whether to ask again.
    boolean onPlayable(String stream) {
        return states.get(stream) == State.WAITING;
    }

    /// Whether to ask again.
    boolean onStateChanged(ServerMessage.PlayStateChanged change) {
        String stream = change.streamId();
        if (change.state() != MediaState.ENDED || states.get(stream) != State.PLAYING) {
            return false;
        }
        if (wishStands(change.code())) {
            states.put(stream, State.WAITING);
            return false;
        }
        return true;
    }

    private static boolean wishStands(int code) {
        return code == ErrorCode.PLAYER_PLAY_STREAM_NOT_EXIST.code()
                || code == ErrorCode.PLAYER_ERROR_SERVER_FORBID.code();
    }
}
