package io.freshet.server.gateway.console;

import io.freshet.server.console.Actor;
import io.freshet.server.console.AuditLog;
import io.freshet.server.console.ConsoleSessions;
import io.freshet.server.console.Passwords;
import io.freshet.server.gateway.http.RequestLimiter;
import java.time.Instant;
import java.util.concurrent.atomic.LongAdder;

/// Logging in to the console: how often it may be tried, whether the password is right, and the
/// record of it. Any thread.
final class ConsoleLogin {
    /// From one address: five at once, then one in twelve seconds.
    static final int ADDRESS_BURST = 5;

    private static final double ADDRESS_PER_SECOND = 1.0 / 12;

    /// From all together, since checking a password keeps a core busy for some 0.1 s.
    static final int TOTAL_BURST = 20;

    private static final double TOTAL_PER_SECOND = 1;
    private static final String EVERYBODY = "";

    static final int MIN_PASSWORD_CHARACTERS = 12;
    static final int MAX_PASSWORD_CHARACTERS = 128;

    private final RequestLimiter byAddress = new RequestLimiter(ADDRESS_PER_SECOND, ADDRESS_BURST);
    private final RequestLimiter inAll = new RequestLimiter(TOTAL_PER_SECOND, TOTAL_BURST);
    private final Passwords passwords;
    private final ConsoleSessions sessions;
    private final AuditLog audit;
    final LongAdder accepted = new LongAdder();
    final LongAdder refused = new LongAdder();
    final LongAdder limited = new LongAdder();

    ConsoleLogin(Passwords passwords, ConsoleSessions sessions, AuditLog audit) {
        this.passwords = passwords;
        this.sessions = sessions;
        this.audit = audit;
    }

    /// When something happens, on both clocks.
    record Moment(long nowNs, Instant wall) {}

    /// Opens a session.
    ///
    /// @throws ConsoleRefusal with 401 if the password is wrong, with 429 if it is not looked at
    ConsoleSessions.Opened login(Actor actor, String password, Moment now) throws ConsoleRefusal {
        check(actor, password, "password", now);
        accepted.increment();
        audit.add(actor, "login", "", "", now.wall());
        return sessions.open(actor.user(), now.nowNs());
    }

    /// Sets a new password and ends all sessions but the one that asks.
    void changePassword(Actor actor, String cookie, String current, String next, Moment now)
            throws ConsoleRefusal {
        if (next.length() < MIN_PASSWORD_CHARACTERS || next.length() > MAX_PASSWORD_CHARACTERS) {
            throw ConsoleRefusal.invalid(
                    "password",
                    "\"password\" must have "
                            + MIN_PASSWORD_CHARACTERS
                            + " to "
                            + MAX_PASSWORD_CHARACTERS
                            + " characters.");
        }
        check(actor, current, "current", now);
        passwords.set(actor.user(), next);
        sessions.closeOthers(cookie);
        audit.add(actor, "password.change", "", "", now.wall());
    }

    private void check(Actor actor, String password, String field, Moment now)
            throws ConsoleRefusal {
        if (!byAddress.tryAcquire(actor.address(), now.nowNs())
                || !inAll.tryAcquire(EVERYBODY, now.nowNs())) {
            limited.increment();
            throw ConsoleRefusal.tooMany(
                    "There were too many attempts to log in; wait a minute and try again.");
        }
        if (password.length() > MAX_PASSWORD_CHARACTERS
                || !passwords.isRight(actor.user(), password)) {
            refused.increment();
            audit.add(actor, "login.refused", "", "", now.wall());
            throw ConsoleRefusal.unauthorized(
                    field,
                    "The password is wrong. ./freshet password makes a new one on the server's"
                            + " machine.");
        }
    }
}
