package io.freshet.server.control;

import io.freshet.protocol.ErrorCode;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Warns clients before their tokens run out. What runs goes on after that, unless the project ends
/// it with the token.
final class TokenExpiry {
    static final Kick EXPIRED = new Kick(ErrorCode.ROOM_TOKEN_EXPIRED_KICKED_OUT, "");

    private static final long NS_PER_MS = 1_000_000L;
    private static final long MS_PER_SECOND = 1_000L;
    private static final long NEVER = Long.MAX_VALUE;

    /// The wall clock may jump: it is looked at again at least this often. So long at most is a
    /// login remembered that is over.
    private static final long MAX_WAIT_MS = 5 * 60 * MS_PER_SECOND;

    /// Who came in with a token. Called with no lock held.
    interface Holder {
        /// By what it may be there now; empty once it is gone.
        Optional<Grant> currentGrant();

        void onTokenWillExpire(int remainingSeconds);

        /// The token has run out and the project does not let it go on.
        void onTokenExpired();
    }

    private final Core core;

    TokenExpiry(Core core) {
        this.core = core;
    }

    /// Begins to look after a holder's token.
    Watch watch(long appId, Holder holder) {
        Watch watch = new Watch(appId, holder);
        watch.look();
        return watch;
    }

    /// One holder's token and those that replace it: one deadline at a time, and one more for each
    /// renewal that makes it earlier.
    final class Watch {
        private final long appId;
        private final Holder holder;
        private final ReentrantLock lock = new ReentrantLock();

        // Guarded by the lock.
        private long plannedNs = NEVER;
        private @Nullable Grant warnedOf;

        private Watch(long appId, Holder holder) {
            this.appId = appId;
            this.holder = holder;
        }

        /// The holder has another token, or time has passed.
        void look() {
            Optional<Grant> grant = holder.currentGrant().filter(Grant::hasExpiry);
            if (grant.isEmpty()) {
                return;
            }
            long remainingMs = grant.get().expiresAtMs() - core.clock.wallMs();
            long warnInMs = remainingMs - core.config.timing().tokenWarning().toMillis();
            if (warnInMs > 0) {
                plan(warnInMs);
                return;
            }
            if (isFirstWarning(grant.get())) {
                holder.onTokenWillExpire((int) (Math.max(0, remainingMs) / MS_PER_SECOND));
            }
            if (remainingMs > 0) {
                plan(remainingMs);
            } else if (core.admission.endsWithToken(appId)) {
                core.counters.kicks.increment();
                holder.onTokenExpired();
            }
        }

        @SuppressWarnings("ReferenceEquality") // a renewed grant may say the same
        private boolean isFirstWarning(Grant grant) {
            lock.lock();
            try {
                boolean first = warnedOf != grant;
                warnedOf = grant;
                return first;
            } finally {
                lock.unlock();
            }
        }

        private void plan(long inMs) {
            long atNs = core.clock.nowNs() + Math.min(inMs, MAX_WAIT_MS) * NS_PER_MS;
            lock.lock();
            try {
                if (plannedNs <= atNs) {
                    return;
                }
                plannedNs = atNs;
            } finally {
                lock.unlock();
            }
            core.timers.at(atNs, _ -> onDue(atNs));
        }

        private void onDue(long atNs) {
            lock.lock();
            try {
                if (plannedNs == atNs) {
                    plannedNs = NEVER;
                }
            } finally {
                lock.unlock();
            }
            look();
        }
    }
}
