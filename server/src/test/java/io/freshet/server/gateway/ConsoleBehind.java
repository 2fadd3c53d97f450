package io.freshet.server.gateway;

import io.freshet.protocol.json.JsonObject;
import io.freshet.server.address.TrustedProxies;
import io.freshet.server.console.Actor;
import io.freshet.server.console.Administration;
import io.freshet.server.console.AuditLog;
import io.freshet.server.console.ConsoleSessions;
import io.freshet.server.console.LiveView;
import io.freshet.server.console.Passwords;
import io.freshet.server.gateway.console.ConsoleRoutes;
import io.freshet.server.gateway.http.ClientAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.h2.jdbcx.JdbcDataSource;
import org.jdbi.v3.core.Jdbi;

/// What the console's doors lead to, with an audit log in memory and operations that write down
/// what they are asked.
public final class ConsoleBehind implements Passwords, Administration {
    public static final String PASSWORD = "correct horse battery";

    /// One call of an operation.
    public record Asked(Actor actor, String operation, JsonObject request) {}

    public final List<Asked> asked = new CopyOnWriteArrayList<>();
    public final ConsoleSessions sessions = new ConsoleSessions(new Random(1));
    public final AuditLog audit;

    /// What operations answer.
    public volatile String answer = "{}";

    /// What is live.
    public volatile Function<JsonObject, LiveView> live = request -> new LiveView(Map.of());

    private volatile String password = PASSWORD;

    public ConsoleBehind() {
        var source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        var database = Jdbi.create(source);
        database.useHandle(handle ->
                handle.createScript(
                                new String(
                                        readMigration(), java.nio.charset.StandardCharsets.UTF_8))
                        .execute());
        audit = new AuditLog(database);
    }

    private static byte[] readMigration() {
        try (var stream =
                ConsoleRoutes.class.getResourceAsStream(
                        "/io/freshet/server/project/migration/V3__audit.sql")) {
            return java.util.Objects.requireNonNull(stream).readAllBytes();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    public ConsoleRoutes routes() {
        return new ConsoleRoutes(
                new ConsoleRoutes.Services(
                        new ClientAddress(new TrustedProxies(List.of())),
                        sessions,
                        this,
                        audit,
                        this,
                        request -> live.apply(request),
                        Duration.ofMillis(500)));
    }

    @Override
    public boolean isRight(String user, String tried) {
        return user.equals("admin") && tried.equals(password);
    }

    @Override
    public void set(String user, String next) {
        password = next;
    }

    @Override
    public IssuedToken issueToken(TokenOrder request) throws RefusedException {
        throw new RefusedException("not here");
    }

    @Override
    public String perform(Actor actor, String operation, JsonObject request)
            throws RefusedException {
        asked.add(new Asked(actor, operation, request));
        if (operation.equals("room.close")) {
            throw RefusedException.notFound("roomId", "Nobody is in that room.");
        }
        return answer;
    }
}
