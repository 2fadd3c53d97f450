package io.freshet.server.operation;

import io.freshet.protocol.json.JsonObject;
import io.freshet.protocol.json.JsonWriter;
import io.freshet.server.callback.CallbackSettings;
import io.freshet.server.console.Actor;
import io.freshet.server.console.Administration;
import io.freshet.server.console.AuditLog;
import io.freshet.server.console.NodeState;
import io.freshet.server.console.QualityHistory;
import io.freshet.server.control.ServerOperations;
import io.freshet.server.project.ProjectStore;
import io.freshet.server.usage.UsageStore;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// All operations by name, of the running server or on its database alone.
public final class Operations implements Administration {
    private final Map<String, Operation> operations = new HashMap<>();
    private final Administration tokens;
    private final AuditLog audit;
    private final Supplier<Instant> now;

    /// Makes the table.
    ///
    /// @param tokens makes tokens
    /// @param audit where changes are noted
    public Operations(
            List<Operation> operations,
            Administration tokens,
            AuditLog audit,
            Supplier<Instant> now) {
        this.tokens = tokens;
        this.audit = audit;
        this.now = now;
        operations.forEach(it -> this.operations.put(it.name(), it));
    }

    /// What operations on the database do to a server that runs on it.
    ///
    /// @param flush brings the record of usage up to date
    /// @param endSessions ends all logins to the console
    public record Effects(Runnable flush, Runnable endSessions) {
        /// None runs.
        public static final Effects NONE = new Effects(() -> {}, () -> {});
    }

    /// What needs no running server.
    public static List<Operation> onDatabase(
            ProjectStore projects,
            CallbackSettings callbacks,
            UsageStore usage,
            AuditLog audit,
            Effects effects) {
        var found = new Projects(projects);
        return Stream.of(
                        new ProjectOperations(found, Instant::now).all(),
                        new CallbackOperations(found, callbacks).all(),
                        new UsageOperations(found, usage, effects.flush()).all(),
                        new AccountOperations(
                                        projects.consoleAccounts(),
                                        effects.endSessions(),
                                        Instant::now)
                                .all(),
                        new AuditOperations(audit).all())
                .flatMap(List::stream)
                .toList();
    }

    /// What a running server has.
    public record Running(
            ServerOperations rooms,
            QualityHistory quality,
            Supplier<NodeState> node,
            Administration tokens) {}

    /// What needs the running server.
    public static List<Operation> onServer(ProjectStore projects, Running server) {
        var found = new Projects(projects);
        return Stream.of(
                        new LiveRoomOperations(found, server.rooms().rooms()).all(),
                        new RoomContentOperations(found, server.rooms(), Instant::now).all(),
                        new UserRuleOperations(found, server.rooms().forbids()).all(),
                        new QualityOperations(found, server.rooms(), server.quality()).all(),
                        new NodeOperations(server.node()).all(),
                        new TokenOperations(found, server.tokens(), Instant::now).all())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public IssuedToken issueToken(TokenOrder request) throws RefusedException {
        return tokens.issueToken(request);
    }

    @Override
    public String perform(Actor actor, String operation, JsonObject request)
            throws RefusedException {
        Operation found = operations.get(operation);
        if (found == null) {
            throw RefusedException.notFound(
                    "operation", "There is no operation \"" + operation + "\" here.");
        }
        var parameters = new OperationRequest(request);
        JsonWriter answer = new JsonWriter(1024).beginObject();
        found.handler().handle(parameters, answer);
        if (found.audited()) {
            audit.add(actor, operation, parameters.target(), parameters.detail(), now.get());
        }
        return answer.endObject().toString();
    }
}
