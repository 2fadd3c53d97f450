package io.freshet.server.control;

import io.freshet.protocol.ErrorCode;
import io.freshet.protocol.message.ServerMessage.MediaState;
import io.freshet.protocol.message.ServerMessage.PlayStateChanged;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// What one session plays, and what it waits for to play it. Its client learns of every change that
/// is not its own doing.
///
/// Guarded by the session's lock, which [Player]'s methods and [#stop] take themselves.
final class SessionPlays implements Player {
    private final Core core;
    private final Realm realm;
    private final String userId;
    private final ReentrantLock lock;
    private final SessionDelivery delivery;

    private final Map<String, Play> plays = new HashMap<>();

    /// Streams the client will be told about when they can be played.
    private final Set<String> awaited = new LinkedHashSet<>();

    SessionPlays(
            Core core, Realm realm, String userId, ReentrantLock lock, SessionDelivery delivery) {
        this.core = core;
        this.realm = realm;
        this.userId = userId;
        this.lock = lock;
        this.delivery = delivery;
    }

    @Override
    public String userId() {
        return userId;
    }

    enum Wish {
        PLAYS,
        WAITS,
        /// Waits likewise.
        FORBIDDEN
    }

    /// What came of the wish to play a stream, with the earlier play of it that is to be released.
    record Begun(Play play, @Nullable Play former, Wish wish) {}

    /// Takes a stream among the plays, or among what is awaited. The session's lock is held;
    /// without it, [#negotiate] has to follow.
    Begun begin(String streamId, MediaPlane.Delivery quality) throws RequestRefusedException {
        delivery.onPlayRequest(streamId);
        boolean further = !plays.containsKey(streamId) && !awaited.contains(streamId);
        if (further && plays.size() + awaited.size() >= core.config.bounds().maxPlaysPerSession()) {
            throw new RequestRefusedException(ErrorCode.PLAYER_COUNT_EXCEED);
        }
        Play play = new Play(core.ids.newNumericId(), streamId, this, quality);
        @Nullable Play former = plays.remove(streamId);
        Wish wish =
                realm.hubs.on(
                        streamId,
                        hub -> {
                            boolean forbidden = realm.rules.isForbidden(streamId);
                            if (hub.live == null || forbidden) {
                                hub.waiting.add(this);
                                return forbidden ? Wish.FORBIDDEN : Wish.WAITS;
                            }
                            hub.waiting.remove(this);
                            hub.plays.add(play);
                            return Wish.PLAYS;
                        });
        if (wish == Wish.PLAYS) {
            plays.put(streamId, play);
            awaited.remove(streamId);
        } else {
            awaited.add(streamId);
        }
        return new Begun(play, former, wish);
    }

    /// The answer to the offer, or [RequestRefusedException]. No lock is held.
    CompletionStage<String> negotiate(Begun begun, String offer) throws RequestRefusedException {
        if (begun.former() != null) {
            core.playing.release(realm, begun.former());
        }
        return switch (begun.wish()) {
            case PLAYS -> core.playing.negotiate(realm, begun.play(), offer);
            case WAITS -> throw new RequestRefusedException(ErrorCode.PLAYER_PLAY_STREAM_NOT_EXIST);
            case FORBIDDEN -> throw core.forbidding.forbiddenToPlay();
        };
    }

    void stop(String streamId) {
        @Nullable Play play;
        lock.lock();
        try {
            play = plays.remove(streamId);
            stopAwaiting(streamId);
            delivery.onPlayRequest(streamId);
        } finally {
            lock.unlock();
        }
        if (play != null) {
            core.playing.release(realm, play);
        }
    }

    /// Ends everything, the session's lock held; the plays are to be released without it.
    List<Play> takeAll() {
        List<Play> taken = List.copyOf(plays.values());
        plays.clear();
        List.copyOf(awaited).forEach(this::stopAwaiting);
        return taken;
    }

    @Override
    public void onPlayable(String streamId) {
        lock.lock();
        try {
            if (awaited.remove(streamId)) {
                delivery.playable(streamId);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void onPublisherGone(Play play) {
        onOver(
                play,
                ErrorCode.PLAYER_PLAY_STREAM_NOT_EXIST,
                "The stream has ended; it will be announced when it is back.");
    }

    @Override
    public void onForbidden(Play play) {
        onOver(
                play,
                ErrorCode.PLAYER_ERROR_SERVER_FORBID,
                "The application has forbidden the stream; it will be announced when it is back.");
    }

    private void onOver(Play play, ErrorCode code, String sentence) {
        lock.lock();
        try {
            if (!plays.remove(play.streamId, play)) {
                return;
            }
            if (play.answered) {
                tell(play, MediaState.ENDED, code, sentence);
            }
            await(play.streamId);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void onFailed(Play play, boolean streamGone) {
        lock.lock();
        try {
            if (plays.remove(play.streamId, play) && streamGone) {
                await(play.streamId);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void onState(Play play, MediaState state, String reason) {
        lock.lock();
        try {
            if (plays.get(play.streamId) != play) {
                return;
            }
            if (state == MediaState.ENDED) {
                plays.remove(play.streamId);
            }
            ErrorCode code =
                    state == MediaState.CONNECTED
                            ? ErrorCode.COMMON_SUCCESS
                            : ErrorCode.PLAYER_ERROR_NETWORK_INTERRUPT;
            tell(play, state, code, reason);
        } finally {
            lock.unlock();
        }
    }

    private void tell(Play play, MediaState state, ErrorCode code, String reason) {
        delivery.playState(new PlayStateChanged(play.streamId, state, code.code(), reason));
    }

    /// Waits for a stream, unless it is there already.
    private void await(String streamId) {
        boolean live =
                realm.hubs.on(
                        streamId,
                        hub -> {
                            if (hub.live != null) {
                                return true;
                            }
                            hub.waiting.add(this);
                            return false;
                        });
        if (live) {
            delivery.playable(streamId);
        } else {
            awaited.add(streamId);
        }
    }

    private void stopAwaiting(String streamId) {
        if (awaited.remove(streamId)) {
            realm.hubs.on(streamId, hub -> hub.waiting.remove(this));
        }
    }
}
