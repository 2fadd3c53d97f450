package io.freshet.sdk.media;

import io.freshet.protocol.message.ServerMessage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The streams of one direction: starts and stops them, passes on what happens to connections and
/// rooms, and sees to it that the server hears of every stop.
public final class LiveStreams {
    private final StreamContext context;
    private final Direction direction;
    private final OwedStops owedStops;
    private final Map<String, LiveStream> byId = new LinkedHashMap<>();

    public LiveStreams(StreamContext context, Direction direction) {
        this.context = context;
        this.direction = direction;
        owedStops = new OwedStops(context.signalling(), context.maySend(), direction.stop());
    }

    StreamContext context() {
        return context;
    }

    Direction direction() {
        return direction;
    }

    public boolean has(String streamId) {
        return byId.containsKey(streamId);
    }

    public int count() {
        return byId.size();
    }

    /// A stream that [#start] will start.
    public LiveStream prepare(String roomId, String streamId, LiveStream.Side side) {
        return new LiveStream(this, roomId, streamId, side);
    }

    /// Starts a stream whose streamID is not among these.
    public void start(LiveStream stream) {
        byId.put(stream.streamId(), stream);
        owedStops.onStart(stream.streamId());
        stream.start();
    }

    public void stop(LiveStream stream) {
        if (stream.asked()) {
            oweStop(stream);
        }
        stream.end(0, "");
    }

    /// Requests of the room may be sent again.
    ///
    /// @param known false when the server has forgotten what it was asked before
    public void onMaySend(String roomId, boolean known) {
        owedStops.onMaySend(roomId, known);
        for (LiveStream stream : in(roomId)) {
            stream.path().onMaySend(known);
        }
    }

    /// The login is over, and with it the streams that rest on it.
    ///
    /// @param tellServer whether the server goes on with them if it is not told
    public void onRoomOver(String roomId, int code, String message, boolean tellServer) {
        owedStops.onRoomOver(roomId);
        for (LiveStream stream : in(roomId)) {
            if (tellServer && stream.asked()) {
                owedStops.sendNow(roomId, stream.streamId());
            }
            stream.end(code, message);
        }
    }

    /// What the server refused with "not there yet" is there now.
    public void onPlayable(String streamId) {
        find(streamId).ifPresent(stream -> stream.path().onPlayable());
    }

    /// How the server sees a stream's media.
    ///
    /// @param code why it ended
    public void onServerState(
            String streamId, ServerMessage.MediaState state, int code, String message) {
        Optional<LiveStream> found = find(streamId);
        if (!found.isPresent()) {
            return;
        }
        LiveStream stream = found.get();
        switch (state) {
            case CONNECTED -> stream.path().onServerConnected();
            case INTERRUPTED -> stream.path().onServerInterrupted();
            case ENDED -> onServerEnded(stream, code, message);
        }
    }

    private void onServerEnded(LiveStream stream, int code, String message) {
        if (!Direction.isIn(direction.forGood(), code)) {
            stream.path().onServerEnded(message);
            return;
        }
        if (Direction.isIn(direction.stopOwed(), code)) {
            oweStop(stream);
        }
        stream.end(code, message);
    }

    /// Given up here, the stream may yet be wanted or there for the server.
    void oweStop(LiveStream stream) {
        owedStops.onStop(stream.roomId(), stream.streamId());
    }

    void forget(LiveStream stream) {
        byId.remove(stream.streamId(), stream);
    }

    private Optional<LiveStream> find(String streamId) {
        return Optional.ofNullable(byId.get(streamId));
    }

    private List<LiveStream> in(String roomId) {
        List<LiveStream> found = new ArrayList<>(byId.values());
        found.removeIf(stream -> !stream.roomId().equals(roomId));
        return found;
    }
}
