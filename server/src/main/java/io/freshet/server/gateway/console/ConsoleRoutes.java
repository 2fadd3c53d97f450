package io.freshet.server.gateway.console;

import io.freshet.protocol.ErrorCode;
import io.freshet.protocol.json.JsonObject;
import io.freshet.protocol.json.JsonWriter;
import io.freshet.server.console.Actor;
import io.freshet.server.console.Administration;
import io.freshet.server.console.Administration.RefusedException;
import io.freshet.server.console.AuditLog;
import io.freshet.server.console.ConsoleSessions;
import io.freshet.server.console.ConsoleStatistics;
import io.freshet.server.console.LiveSource;
import io.freshet.server.console.Passwords;
import io.freshet.server.gateway.http.ClientAddress;
import io.freshet.server.gateway.http.Replies;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/// Everything under `/console/api`: reads the request, asks who it is from, lets it be done, and
/// answers. `protocol/spec/console-api.openapi.yaml` is its document.
public final class ConsoleRoutes implements HttpService {
    /// Before every path of the API.
    public static final String ROOT = "/console/api";

    private static final System.Logger LOG = System.getLogger(ConsoleRoutes.class.getName());
    private static final HeaderName SECURITY_POLICY = HeaderNames.create("Content-Security-Policy");
    private static final HeaderName RESOURCE_POLICY =
            HeaderNames.create("Cross-Origin-Resource-Policy");

    private final Services services;
    private final ConsoleLogin login;
    private final LiveFeed live;
    private final LongAdder requestsRefused = new LongAdder();
    private final List<ConsoleRoute> routes;

    /// What the doors lead to.
    ///
    /// @param address where requests come from
    /// @param operations everything but logging in
    /// @param live what pages show live
    /// @param patience with a page that does not read what it is sent
    public record Services(
            ClientAddress address,
            ConsoleSessions sessions,
            Passwords passwords,
            AuditLog audit,
            Administration operations,
            LiveSource live,
            Duration patience) {
        /// With a page that does not read for ten seconds patience ends.
        public static final Duration PATIENCE = Duration.ofSeconds(10);
    }

    public ConsoleRoutes(Services services) {
        this.services = services;
        this.login = new ConsoleLogin(services.passwords(), services.sessions(), services.audit());
        this.live = new LiveFeed(services.live(), services.sessions(), services.patience());
        this.routes =
                Stream.of(
                                new AccountRoutes(login, services.sessions(), services.audit())
                                        .all(),
                                new OperationRoutes(services.operations()).all(),
                                List.of(ConsoleRoute.of(Method.GET, "/live", live::serve)))
                        .flatMap(List::stream)
                        .toList();
    }

    @Override
    public void routing(HttpRules rules) {
        for (ConsoleRoute route : routes) {
            rules.route(
                    route.method(),
                    ROOT + route.path(),
                    (request, response) -> serve(route, request, response));
        }
        rules.any(ROOT, ConsoleRoutes::nothing).any(ROOT + "/*", ConsoleRoutes::nothing);
    }

    public ConsoleStatistics statistics() {
        return new ConsoleStatistics(
                services.sessions().count(System.nanoTime()),
                login.accepted.sum(),
                login.refused.sum(),
                login.limited.sum(),
                requestsRefused.sum(),
                live.pages());
    }

    /// Cuts off pages that do not read. Called often.
    public void onWatch(long nowNs) {
        live.onWatch(nowNs);
    }

    /// Ends what would go on for ever.
    public void stop() {
        live.stop();
    }

    List<ConsoleRoute> routes() {
        return routes;
    }

    private void serve(ConsoleRoute route, ServerRequest request, ServerResponse response)
            throws IOException {
        secure(response);
        try {
            String answer = route.handler().handle(call(route, request, response));
            if (!answer.isEmpty()) {
                Replies.json(response, Status.OK_200, answer);
            }
        } catch (ConsoleRefusal e) {
            refuse(response, e.status(), e.field(), String.valueOf(e.getMessage()));
        } catch (RefusedException e) {
            refuse(response, status(e.refusal()), e.field(), String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "console request " + route.path(), e);
            refuse(
                    response,
                    Status.INTERNAL_SERVER_ERROR_500,
                    "",
                    "The server has failed; its log says why.");
        }
    }

    private ConsoleCall call(ConsoleRoute route, ServerRequest request, ServerResponse response)
            throws ConsoleRefusal, IOException {
        String cookie = ConsoleGuard.cookie(request);
        if (route.changes()) {
            own(request);
        }
        Actor actor =
                route.open()
                        ? actor(request, AccountRoutes.USER)
                        : admitted(route, request, cookie);
        JsonObject json = ConsoleCall.read(request, route.names());
        return new ConsoleCall(request, response, actor, cookie, json);
    }

    private Actor actor(ServerRequest request, String user) {
        return new Actor(user, services.address().of(request));
    }

    private void own(ServerRequest request) throws ConsoleRefusal {
        try {
            ConsoleGuard.requireOwnOrigin(request);
        } catch (ConsoleRefusal e) {
            requestsRefused.increment();
            throw e;
        }
    }

    private Actor admitted(ConsoleRoute route, ServerRequest request, String cookie)
            throws ConsoleRefusal {
        Optional<ConsoleSessions.Session> session =
                services.sessions().use(cookie, System.nanoTime());
        if (session.isEmpty()) {
            requestsRefused.increment();
            throw ConsoleRefusal.unauthorized(
                    "", "Log in first: POST /console/api/login with the console's password.");
        }
        if (route.changes() && !ConsoleGuard.hasToken(request, session.get())) {
            requestsRefused.increment();
            throw ConsoleRefusal.forbidden(
                    "The header X-CSRF-Token must be the csrfToken of this session; GET"
                            + " /console/api/session tells it.");
        }
        return actor(request, session.get().user());
    }

    /// Nothing here is a page: no answer may load, run or be framed by anything.
    private static void secure(ServerResponse response) {
        var headers = response.headers();
        headers.set(
                HeaderValues.create(SECURITY_POLICY, "default-src 'none'; frame-ancestors 'none'"));
        headers.set(HeaderValues.create(RESOURCE_POLICY, "same-origin"));
        headers.set(HeaderValues.create(HeaderNames.CACHE_CONTROL, "no-store"));
    }

    private static Status status(Administration.Refusal refusal) {
        return switch (refusal) {
            case INVALID -> Status.BAD_REQUEST_400;
            case NOT_FOUND -> Status.NOT_FOUND_404;
            case CONFLICT -> Status.CONFLICT_409;
            case UNAVAILABLE -> Status.SERVICE_UNAVAILABLE_503;
        };
    }

    private static void nothing(ServerRequest request, ServerResponse response) {
        secure(response);
        refuse(
                response,
                Status.NOT_FOUND_404,
                "",
                "There is nothing here; protocol/spec/console-api.openapi.yaml lists the API.");
    }

    private static void refuse(
            ServerResponse response, Status status, String field, String message) {
        var json =
                new JsonWriter()
                        .beginObject()
                        .member("code", ErrorCode.COMMON_ILLEGAL_PARAM.code())
                        .member("message", message);
        if (!field.isEmpty()) {
            json.member("field", field);
        }
        Replies.json(response, status, json.endObject().toString());
    }
}
