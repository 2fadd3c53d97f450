package io.freshet.media.forward;

/// Turns the wishes of all viewers for a keyframe of one track into few requests. RFC 4585 §6.3.1.1
/// leaves the rate of PLI to the application.
///
/// The first wish is passed on at once, at most one request is sent per interval, and it is
/// repeated until a keyframe comes. A publisher that sends nothing is asked [#UNANSWERED_ATTEMPTS]
/// times and then again when it sends.
final class KeyframeRequester {
    static final int UNANSWERED_ATTEMPTS = 10;

    private final long intervalNs;

    private boolean wanted;
    private boolean requested; // ever
    private long requestedNs;
    private int attempts; // since the publisher was last heard

    KeyframeRequester(long intervalNs) {
        this.intervalNs = intervalNs;
    }

    /// A viewer needs a keyframe; true when a request must be sent now.
    boolean onWanted(long nowNs) {
        wanted = true;
        return onTimeout(nowNs);
    }

    /// The publisher sends, so asking makes sense again; true when a request must be sent now.
    boolean onMedia(long nowNs) {
        attempts = 0;
        return wanted && onTimeout(nowNs);
    }

    void onKeyframe() {
        onNotWanted();
        attempts = 0;
    }

    /// No viewer gets anything any more.
    void onNotWanted() {
        wanted = false;
    }

    /// True when a request must be sent now.
    boolean onTimeout(long nowNs) {
        if (nowNs < nextTimeoutNs()) {
            return false;
        }
        requested = true;
        requestedNs = nowNs;
        attempts++;
        return true;
    }

    long nextTimeoutNs() {
        if (!wanted || attempts >= UNANSWERED_ATTEMPTS) {
            return PublishedStream.NEVER;
        }
        return requested ? requestedNs + intervalNs : Long.MIN_VALUE;
    }
}
