package io.freshet.server.control;

import io.freshet.protocol.ErrorCode;
import io.freshet.protocol.message.ServerMessage;
import io.freshet.server.control.RoomOccurrence.EndReason;
import java.util.Optional;

/// Warns clients before their tokens run out. Running logins and streams go on after that, unless
/// the project ends logins with their tokens.
final class TokenExpiry {
    private static final long NS_PER_MS = 1_000_000L;
    private static final long MS_PER_SECOND = 1_000L;

    /// The wall clock may jump: it is looked at again at least this often.
    private static final long MAX_WAIT_MS = 60 * 60 * MS_PER_SECOND;

    private static final Kick EXPIRED = new Kick(ErrorCode.ROOM_TOKEN_EXPIRED_KICKED_OUT, "");

    private final Core core;

    TokenExpiry(Core core) {
        this.core = core;
    }

    void watch(Session session, String roomId, Grant grant, Project project) {
        long warnAtMs = grant.expiresAtMs() - core.config.timing().tokenWarning().toMillis();
        at(warnAtMs, () -> onDue(session, roomId, grant, project));
    }

    private void at(long wallMs, Runnable action) {
        long waitMs = Math.clamp(wallMs - core.clock.wallMs(), 0, MAX_WAIT_MS);
        core.timers.at(core.clock.nowNs() + waitMs * NS_PER_MS, _ -> action.run());
    }

    private void onDue(Session session, String roomId, Grant grant, Project project) {
        if (inForce(session, roomId, grant).isEmpty()) {
            return;
        }
        long remainingMs = grant.expiresAtMs() - core.clock.wallMs();
        if (remainingMs > core.config.timing().tokenWarning().toMillis()) {
            watch(session, roomId, grant, project);
            return;
        }
        session.tokenWillExpire(
                new ServerMessage.TokenWillExpire(
                        roomId, (int) (Math.max(0, remainingMs) / MS_PER_SECOND)));
        if (project.offers(Project.Service.LOGIN_ENDS_WITH_TOKEN)) {
            awaitEnd(session, roomId, grant);
        }
    }

    private void awaitEnd(Session session, String roomId, Grant grant) {
        at(
                grant.expiresAtMs(),
                () -> {
                    Optional<Participant> participant = inForce(session, roomId, grant);
                    if (participant.isEmpty()) {
                        return;
                    }
                    if (grant.hasExpired(core.clock.wallMs())) {
                        core.counters.kicks.increment();
                        session.onRemoved(participant.get(), EXPIRED, EndReason.TOKEN_EXPIRED);
                    } else {
                        awaitEnd(session, roomId, grant);
                    }
                });
    }

    /// The login, if it is there and goes by this token still.
    @SuppressWarnings("ReferenceEquality") // a renewed grant may say the same
    private static Optional<Participant> inForce(Session session, String roomId, Grant grant) {
        try {
            return Optional.of(session.participant(roomId)).filter(it -> it.grant() == grant);
        } catch (RequestRefusedException e) {
            return Optional.empty();
        }
    }
}
