package io.freshet.sdk.media;

import io.freshet.protocol.message.Answer;
import io.freshet.protocol.message.ClientMessage;
import io.freshet.sdk.signal.Reply;
import io.freshet.sdk.signal.Signalling;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/// Streams that were stopped here and that the server has yet to be told of, so that a stop made
/// while the connection is down is not forgotten. At most [#MAX]; the oldest gives way.
public final class OwedStops {
    static final int MAX = 64;

    private final Signalling signalling;
    private final Predicate<String> maySend;
    private final Request request;

    /// The stream and its room; linked, so that the oldest is first.
    private final Map<String, Owed> owed = new LinkedHashMap<>();

    /// Stops streams of rooms.
    ///
    /// @param maySend whether requests of a room may be sent now
    public OwedStops(Signalling signalling, Predicate<String> maySend, Request request) {
        this.signalling = signalling;
        this.maySend = maySend;
        this.request = request;
    }

    public void onStop(String roomId, String streamId) {
        Owed stop = new Owed(roomId, streamId);
        owed.put(streamId, stop);
        if (owed.size() > MAX) {
            Iterator<String> oldest = owed.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
        if (maySend.test(roomId)) {
            send(stop);
        }
    }

    /// Tells the server at once and owes it no longer: should the connection swallow it, the stream
    /// ends with its transport.
    public void sendNow(String roomId, String streamId) {
        send(new Owed(roomId, streamId));
    }

    /// The stream is wanted again: what is asked for now replaces what was.
    public void onStart(String streamId) {
        owed.remove(streamId);
    }

    /// Requests may be sent again.
    ///
    /// @param known false when the server has forgotten the streams anyway
    public void onMaySend(String roomId, boolean known) {
        if (!known) {
            onRoomOver(roomId);
        }
        for (Owed stop : new ArrayList<>(owed.values())) {
            if (stop.roomId.equals(roomId)) {
                send(stop);
            }
        }
    }

    /// With its login the server forgets a room's streams.
    public void onRoomOver(String roomId) {
        owed.values().removeIf(stop -> stop.roomId.equals(roomId));
    }

    private void send(Owed stop) {
        signalling.request(
                id -> request.make(id, stop.roomId, stop.streamId),
                new Reply() {
                    @Override
                    public void onAnswer(int code, String message, Answer.Result result) {
                        owed.remove(stop.streamId, stop);
                    }

                    @Override
                    public void onLost() {}
                });
    }

    /// Makes the request that stops a stream.
    public interface Request {
        ClientMessage make(long id, String roomId, String streamId);
    }

    /// Compared by identity: a later stop of the same stream is another one.
    private static final class Owed {
        private final String roomId;
        private final String streamId;

        Owed(String roomId, String streamId) {
            this.roomId = roomId;
            this.streamId = streamId;
        }
    }
}
