package io.freshet.sdk.media;

import io.freshet.protocol.message.Answer;
import io.freshet.protocol.message.ClientMessage;
import io.freshet.sdk.loop.SdkLoop;
import io.freshet.sdk.port.MediaSession;
import io.freshet.sdk.port.MediaStats;
import io.freshet.sdk.signal.ReconnectPolicy;
import io.freshet.sdk.signal.Reply;
import io.freshet.sdk.signal.Signalling;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Keeps one stream's media flowing from its first offer until it is stopped or given up.
///
/// States and what leads on:
/// - OFFERING: a session makes its offer; READY with the offer, 15 s without: PAUSING.
/// - READY: waits until requests may be sent ([#onMaySend]); then ASKING.
/// - ASKING: the request is on its way. Answer: CONNECTING. Refusal: WAITING, PAUSING or OVER, as
///   the owner says. Lost with its connection: READY.
/// - WAITING: the server says when it makes sense to ask again ([#onPlayable]): READY.
/// - CONNECTING: the session has the answer. Connected: CONNECTED; 15 s without: PAUSING.
/// - CONNECTED: media flows. Path lost: INTERRUPTED; session failed or ended by the server:
///   PAUSING.
/// - INTERRUPTED: path back: CONNECTED; 2 s without: PAUSING.
/// - PAUSING: then a new session with a new offer: OFFERING.
/// - OVER.
///
/// Whoever is neither CONNECTED nor WAITING for the whole retry window is given up.
public final class MediaPath {
    static final long CONNECT_TIMEOUT_NS = TimeUnit.SECONDS.toNanos(15);

    /// A lost path often comes back by itself; a new offer costs a keyframe.
    static final long PATH_LOST_GRACE_NS = TimeUnit.SECONDS.toNanos(2);

    static final long STATS_INTERVAL_NS = TimeUnit.SECONDS.toNanos(3);

    private final SdkLoop loop;
    private final Signalling signalling;
    private final ReconnectPolicy pauses;
    private final long retryWindowNs;
    private final Owner owner;

    private State state = State.OVER;
    private @Nullable MediaSession session;

    /// Grows with every session: what an older one still says is dropped.
    private int generation;

    private String offer = "";
    private int attempt;
    private boolean asked;
    private SdkLoop.@Nullable Timer stateTimer;
    private SdkLoop.@Nullable Timer windowTimer;
    private SdkLoop.@Nullable Timer statsTimer;

    MediaPath(StreamContext context, Owner owner) {
        loop = context.loop();
        signalling = context.signalling();
        pauses = context.pauses();
        retryWindowNs = context.retryWindowNs().getAsLong();
        this.owner = owner;
    }

    public void start() {
        startWindow();
        open();
    }

    /// Frees the session; the owner hears nothing more.
    public void stop() {
        state = State.OVER;
        closeSession();
        SdkLoop.cancel(windowTimer);
    }

    public boolean connected() {
        return state == State.CONNECTED;
    }

    /// Whether the server may know of the stream: a request for it was sent.
    public boolean asked() {
        return asked;
    }

    /// Requests may be sent from now on.
    ///
    /// @param known false when the server has forgotten what it was asked before
    public void onMaySend(boolean known) {
        if (state == State.READY) {
            ask();
        } else if (!known && state == State.WAITING) {
            state = State.READY;
            ask();
        } else if (!known
                && (state == State.CONNECTING
                        || state == State.CONNECTED
                        || state == State.INTERRUPTED)) {
            startAgain(0, "the server began a new session");
        }
    }

    /// What the server refused with "not there yet" is there now.
    public void onPlayable() {
        if (state == State.WAITING) {
            startWindow();
            state = State.READY;
            onMaySend(true);
        }
    }

    public void onServerInterrupted() {
        onPathLost("the server lost the path");
    }

    public void onServerConnected() {
        onPathBack();
    }

    public void onServerEnded(String message) {
        if (state == State.CONNECTING || state == State.CONNECTED || state == State.INTERRUPTED) {
            startAgain(0, message);
        }
    }

    private void open() {
        closeSession();
        state = State.OFFERING;
        offer = "";
        stateTimer = loop.after(CONNECT_TIMEOUT_NS, () -> retryAfterPause("no offer within 15 s"));
        session = owner.open(new SessionListener(generation));
    }

    private void onOffer(String sdp) {
        offer = sdp;
        if (state == State.OFFERING) {
            state = State.READY;
            SdkLoop.cancel(stateTimer);
            ask();
        }
    }

    private void ask() {
        if (!owner.maySend()) {
            return;
        }
        state = State.ASKING;
        asked = true;
        int mine = generation;
        String sdp = offer;
        signalling.request(
                id -> owner.request(id, sdp),
                new Reply() {
                    @Override
                    public void onAnswer(int code, String message, Answer.Result result) {
                        if (mine == generation && state == State.ASKING) {
                            if (code == 0 && result instanceof Answer.Negotiated negotiated) {
                                onNegotiated(negotiated.answer());
                            } else {
                                onRefused(code, message);
                            }
                        }
                    }

                    @Override
                    public void onLost() {
                        if (mine == generation && state == State.ASKING) {
                            state = State.READY;
                        }
                    }
                });
    }

    private void onNegotiated(String answer) {
        state = State.CONNECTING;
        stateTimer =
                loop.after(
                        CONNECT_TIMEOUT_NS,
                        () -> retryAfterPause("media did not connect within 15 s"));
        MediaSession current = session;
        if (current != null) {
            current.acceptAnswer(answer);
        }
    }

    private void onRefused(int code, String message) {
        switch (owner.onRefused(code, message)) {
            case WAIT_FOR_LOGIN -> state = State.READY;
            case WAIT -> {
                state = State.WAITING;
                SdkLoop.cancel(windowTimer);
            }
            case RETRY -> retryAfterPause(message);
            case END -> end(code, message);
        }
    }

    private void onConnected() {
        if (state != State.CONNECTING && state != State.INTERRUPTED) {
            return;
        }
        state = State.CONNECTED;
        attempt = 0;
        SdkLoop.cancel(stateTimer);
        SdkLoop.cancel(windowTimer);
        scheduleStats();
        owner.onConnected();
    }

    private void onPathBack() {
        if (state == State.INTERRUPTED) {
            onConnected();
        }
    }

    private void onPathLost(String reason) {
        if (state == State.CONNECTED) {
            state = State.INTERRUPTED;
            SdkLoop.cancel(statsTimer);
            startWindow();
            owner.onInterrupted(reason);
            stateTimer = loop.after(PATH_LOST_GRACE_NS, () -> startAgain(0, reason));
        }
    }

    private void onSessionFailed(String reason) {
        if (state == State.CONNECTED || state == State.INTERRUPTED) {
            startAgain(0, reason);
        } else {
            retryAfterPause(reason);
        }
    }

    private void retryAfterPause(String reason) {
        attempt++;
        startAgain(pauses.delayNs(attempt), reason);
    }

    /// Goes on with a new session after the pause.
    private void startAgain(long pauseNs, String reason) {
        boolean wasConnected = state == State.CONNECTED;
        closeSession();
        state = State.PAUSING;
        if (wasConnected) {
            startWindow();
            owner.onInterrupted(reason);
        }
        if (state == State.PAUSING) {
            int mine = generation;
            stateTimer =
                    loop.after(
                            pauseNs,
                            () -> {
                                if (mine == generation && state == State.PAUSING) {
                                    open();
                                }
                            });
        }
    }

    private void startWindow() {
        SdkLoop.cancel(windowTimer);
        windowTimer = loop.after(retryWindowNs, () -> end(0, ""));
    }

    private void end(int code, String message) {
        stop();
        owner.onOver(code, message);
    }

    private void scheduleStats() {
        SdkLoop.cancel(statsTimer);
        int mine = generation;
        statsTimer =
                loop.after(
                        STATS_INTERVAL_NS,
                        () -> {
                            MediaSession current = session;
                            if (mine == generation && current != null) {
                                current.collectStats(stats ->
                                        loop.execute(() -> {
                                            if (mine == generation && state == State.CONNECTED) {
                                                owner.onStats(stats);
                                            }
                                        }));
                                scheduleStats();
                            }
                        });
    }

    private void closeSession() {
        generation++;
        SdkLoop.cancel(stateTimer);
        SdkLoop.cancel(statsTimer);
        MediaSession current = session;
        session = null;
        if (current != null) {
            current.close();
        }
    }

    private enum State {
        OFFERING,
        READY,
        ASKING,
        WAITING,
        CONNECTING,
        CONNECTED,
        INTERRUPTED,
        PAUSING,
        OVER
    }

    /// What a refusal leads to.
    public enum Verdict {
        /// Sent too early: the login it followed has not succeeded yet.
        WAIT_FOR_LOGIN,
        /// Until the server says [MediaPath#onPlayable].
        WAIT,
        RETRY,
        END
    }

    /// Whose path it is. All calls on the loop.
    public interface Owner {
        /// Starts a session of the media engine; its offer comes through the listener.
        MediaSession open(MediaSession.Listener listener);

        /// Whether requests about this stream may be sent now.
        boolean maySend();

        ClientMessage request(long id, String offer);

        Verdict onRefused(int code, String message);

        void onConnected();

        /// Media has stopped flowing; it is being tried again.
        void onInterrupted(String reason);

        /// Given up.
        ///
        /// @param code the refusal's, 0 when the retry window is used up
        void onOver(int code, String message);

        void onStats(MediaStats stats);

        void onMedia(MediaEvent event);
    }

    /// What a session reports about the media itself.
    public sealed interface MediaEvent {
        enum First implements MediaEvent {
            AUDIO,
            VIDEO,
            VIDEO_RENDERED
        }

        record VideoSize(int width, int height) implements MediaEvent {}
    }

    /// Hands a session's calls over to the loop.
    private final class SessionListener implements MediaSession.Listener {
        private final int mine;

        SessionListener(int mine) {
            this.mine = mine;
        }

        private void hand(Runnable work) {
            loop.execute(() -> {
                if (mine == generation) {
                    work.run();
                }
            });
        }

        @Override
        public void onOffer(String sdp) {
            hand(() -> MediaPath.this.onOffer(sdp));
        }

        @Override
        public void onConnected() {
            hand(MediaPath.this::onConnected);
        }

        @Override
        public void onDisconnected() {
            hand(() -> onPathLost("the path is lost"));
        }

        @Override
        public void onFailed(String reason) {
            hand(() -> onSessionFailed(reason));
        }

        @Override
        public void onFirstAudio() {
            hand(() -> owner.onMedia(MediaEvent.First.AUDIO));
        }

        @Override
        public void onFirstVideo() {
            hand(() -> owner.onMedia(MediaEvent.First.VIDEO));
        }

        @Override
        public void onFirstVideoRendered() {
            hand(() -> owner.onMedia(MediaEvent.First.VIDEO_RENDERED));
        }

        @Override
        public void onVideoSizeChanged(int width, int height) {
            hand(() -> owner.onMedia(new MediaEvent.VideoSize(width, height)));
        }
    }
}
