package io.freshet.sdk.media;

import io.freshet.protocol.ErrorCode;
import io.freshet.protocol.message.ClientMessage;
import io.freshet.sdk.port.MediaSession;
import io.freshet.sdk.port.MediaStats;
import io.freshet.sdk.signal.Signalling;

/// One stream, published or played, from the app's call to its end: says which phase it is in and
/// what the server's refusals lead to. Its media is kept flowing by a [MediaPath].
public final class LiveStream {
    private final LiveStreams streams;
    private final String roomId;
    private final String streamId;
    private final Side side;
    private final MediaPath path;
    private final ToldMedia told = new ToldMedia();

    LiveStream(LiveStreams streams, String roomId, String streamId, Side side) {
        this.streams = streams;
        this.roomId = roomId;
        this.streamId = streamId;
        this.side = side;
        path = new MediaPath(streams.context(), new PathOwner());
    }

    public String roomId() {
        return roomId;
    }

    public String streamId() {
        return streamId;
    }

    public boolean connected() {
        return path.connected();
    }

    /// Whether the server may know of the stream: a request for it was sent.
    public boolean asked() {
        return path.asked();
    }

    MediaPath path() {
        return path;
    }

    void start() {
        tell(Phase.REQUESTING, 0, "");
        path.start();
    }

    /// Ends it here and tells the app; what the server has to hear is the caller's business.
    void end(int code, String message) {
        path.stop();
        streams.forget(this);
        tell(Phase.OVER, code, message);
    }

    private void tell(Phase phase, int code, String message) {
        side.onPhase(phase, code, message);
    }

    /// What the app sees of a stream.
    public enum Phase {
        /// Asked for, or tried again after an interruption, which then has a code.
        REQUESTING,
        FLOWING,
        /// The last; with a code it failed.
        OVER
    }

    /// The part that publishing and playing do each in their own way. All calls on the loop.
    public interface Side {
        /// Starts a session of the media engine; its offer comes through the listener.
        MediaSession open(MediaSession.Listener listener);

        ClientMessage request(long id, String offer);

        void onPhase(Phase phase, int code, String message);

        void onStats(MediaStats stats);

        /// Firsts come once, a size when it is another than before.
        void onMedia(MediaPath.MediaEvent event);
    }

    private final class PathOwner implements MediaPath.Owner {
        @Override
        public MediaSession open(MediaSession.Listener listener) {
            return side.open(listener);
        }

        @Override
        public boolean maySend() {
            return streams.context().maySend().test(roomId);
        }

        @Override
        public ClientMessage request(long id, String offer) {
            return side.request(id, offer);
        }

        @Override
        public MediaPath.Verdict onRefused(int code, String message) {
            if (code == ErrorCode.COMMON_NOT_LOGIN_ROOM.code()) {
                // It travelled behind a login that has to be repeated; a failed one ends
                // everything.
                return MediaPath.Verdict.WAIT_FOR_LOGIN;
            }
            Direction direction = streams.direction();
            if (Direction.isIn(direction.notYet(), code)) {
                return MediaPath.Verdict.WAIT;
            }
            return Signalling.isTooFrequent(code) || Direction.isIn(direction.passing(), code)
                    ? MediaPath.Verdict.RETRY
                    : MediaPath.Verdict.END;
        }

        @Override
        public void onConnected() {
            tell(Phase.FLOWING, 0, "");
        }

        @Override
        public void onInterrupted(String reason) {
            tell(Phase.REQUESTING, streams.direction().interrupted().code(), reason);
        }

        @Override
        public void onOver(int code, String message) {
            Direction direction = streams.direction();
            boolean windowUsedUp = code == 0;
            if (asked() && (windowUsedUp || Direction.isIn(direction.stopOwed(), code))) {
                streams.oweStop(LiveStream.this);
            }
            if (windowUsedUp) {
                end(direction.gaveUp().code(), direction.gaveUpSentence());
            } else {
                end(code, message);
            }
        }

        @Override
        public void onStats(MediaStats stats) {
            side.onStats(stats);
        }

        @Override
        public void onMedia(MediaPath.MediaEvent event) {
            if (told.add(event)) {
                side.onMedia(event);
            }
        }
    }
}
