package io.freshet.server.control;

import io.freshet.protocol.message.ServerMessage;

/// Warns clients before their tokens run out. Running logins and streams go on after that.
final class TokenExpiry {
    private static final long NS_PER_MS = 1_000_000L;
    private static final long MS_PER_SECOND = 1_000L;

    /// The wall clock may jump: it is looked at again at least this often.
    private static final long MAX_WAIT_MS = 60 * 60 * MS_PER_SECOND;

    private final Core core;

    TokenExpiry(Core core) {
        this.core = core;
    }

    void watch(Session session, String roomId, Grant grant) {
        long warnAtMs = grant.expiresAtMs() - core.config.timing().tokenWarning().toMillis();
        long waitMs = Math.clamp(warnAtMs - core.clock.wallMs(), 0, MAX_WAIT_MS);
        core.timers.at(core.clock.nowNs() + waitMs * NS_PER_MS, _ -> onDue(session, roomId, grant));
    }

    @SuppressWarnings("ReferenceEquality") // a renewed grant may say the same
    private void onDue(Session session, String roomId, Grant grant) {
        Participant participant;
        try {
            participant = session.participant(roomId);
        } catch (RequestRefusedException e) {
            return; // it has left
        }
        if (participant.grant() != grant) {
            return; // renewed
        }
        long remainingMs = grant.expiresAtMs() - core.clock.wallMs();
        if (remainingMs > core.config.timing().tokenWarning().toMillis()) {
            watch(session, roomId, grant);
            return;
        }
        session.tokenWillExpire(
                new ServerMessage.TokenWillExpire(
                        roomId, (int) (Math.max(0, remainingMs) / MS_PER_SECOND)));
    }
}
