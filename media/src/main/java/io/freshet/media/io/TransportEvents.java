package io.freshet.media.io;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/// Tells one transport's listener what the transport came to, on the executor's thread. At most one
/// call is queued at one time: a listener that is slow misses what was already over, never the end.
final class TransportEvents implements Runnable {
    private static final long NO_PICTURE = -1;

    private enum Told {
        NOTHING,
        CONNECTED,
        INTERRUPTED,
        ENDED
    }

    private final long id;
    private final MediaNode.Listener listener;
    private final Executor executor;
    private final AtomicBoolean queued = new AtomicBoolean();

    /// What is to be told; written by the loop, the reason before the state.
    private volatile Told wanted = Told.NOTHING;

    private volatile String reason = "";

    /// Width above height; negative before there is a picture.
    private volatile long picture = NO_PICTURE;

    private long toldPicture = NO_PICTURE; // used by the executor's thread only

    /// The caller closed the transport and wants to hear nothing more.
    private volatile boolean cancelled;

    /// What was told; used by the executor's thread only.
    private Told told = Told.NOTHING;

    TransportEvents(long id, MediaNode.Listener listener, Executor executor) {
        this.id = id;
        this.listener = listener;
        this.executor = executor;
    }

    void onConnected() {
        tell(Told.CONNECTED);
    }

    void onInterrupted() {
        tell(Told.INTERRUPTED);
    }

    void onEnded(String why) {
        reason = why;
        tell(Told.ENDED);
    }

    void onPicture(int width, int height) {
        picture = ((long) width << 32) | height;
        queue();
    }

    void cancel() {
        cancelled = true;
    }

    private void tell(Told what) {
        wanted = what;
        queue();
    }

    private void queue() {
        if (queued.compareAndSet(false, true)) {
            executor.execute(this);
        }
    }

    @Override
    public void run() {
        queued.set(false);
        Told now = wanted;
        if (cancelled || told == Told.ENDED) {
            return;
        }
        long pictureNow = picture;
        if (pictureNow != toldPicture) {
            toldPicture = pictureNow;
            listener.onPicture(id, (int) (pictureNow >>> 32), (int) pictureNow);
        }
        if (now == told) {
            return;
        }
        told = now;
        switch (now) {
            case NOTHING -> {}
            case CONNECTED -> listener.onConnected(id);
            case INTERRUPTED -> listener.onInterrupted(id);
            case ENDED -> listener.onEnded(id, reason);
        }
    }
}
