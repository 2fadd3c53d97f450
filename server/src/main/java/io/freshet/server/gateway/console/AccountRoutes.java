package io.freshet.server.gateway.console;

import io.freshet.protocol.json.JsonWriter;
import io.freshet.server.console.AuditLog;
import io.freshet.server.console.ConsoleSessions;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import java.time.Instant;
import java.util.List;

/// Login, logout and the password.
final class AccountRoutes {
    /// The one account.
    static final String USER = "admin";

    private final ConsoleLogin login;
    private final ConsoleSessions sessions;
    private final AuditLog audit;

    AccountRoutes(ConsoleLogin login, ConsoleSessions sessions, AuditLog audit) {
        this.login = login;
        this.sessions = sessions;
        this.audit = audit;
    }

    List<ConsoleRoute> all() {
        return List.of(
                ConsoleRoute.open(Method.POST, "/login", this::login),
                ConsoleRoute.of(Method.GET, "/session", this::session),
                ConsoleRoute.of(Method.POST, "/logout", this::logout),
                ConsoleRoute.of(Method.POST, "/password", this::changePassword));
    }

    private String login(ConsoleCall call) throws ConsoleRefusal {
        var opened = login.login(call.actor(), call.text("password"), now());
        // The session that the browser had before is of no more use.
        sessions.close(call.cookie());
        setCookie(
                call,
                ConsoleGuard.sessionCookie(
                        call.request(), opened.cookie(), ConsoleSessions.LIFETIME));
        return json(opened.session());
    }

    private String session(ConsoleCall call) throws ConsoleRefusal {
        return sessions.use(call.cookie(), System.nanoTime())
                .map(AccountRoutes::json)
                .orElseThrow(() -> ConsoleRefusal.unauthorized("", "The session is over."));
    }

    private String logout(ConsoleCall call) {
        sessions.close(call.cookie());
        audit.add(call.actor(), "logout", "", "", Instant.now());
        setCookie(call, ConsoleGuard.noCookie(call.request()));
        return "{}";
    }

    private String changePassword(ConsoleCall call) throws ConsoleRefusal {
        login.changePassword(
                call.actor(), call.cookie(), call.text("current"), call.text("password"), now());
        return "{}";
    }

    private static void setCookie(ConsoleCall call, String cookie) {
        call.response().headers().add(HeaderValues.create(HeaderNames.SET_COOKIE, cookie));
    }

    private static String json(ConsoleSessions.Session session) {
        return new JsonWriter()
                .beginObject()
                .member("user", session.user())
                .member("csrfToken", session.csrfToken())
                .endObject()
                .toString();
    }

    private static ConsoleLogin.Moment now() {
        return new ConsoleLogin.Moment(System.nanoTime(), Instant.now());
    }
}
