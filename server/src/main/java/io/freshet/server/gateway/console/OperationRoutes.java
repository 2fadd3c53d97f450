package io.freshet.server.gateway.console;

import io.freshet.protocol.json.JsonException;
import io.freshet.protocol.json.JsonReader;
import io.freshet.server.console.Administration;
import io.freshet.server.console.Administration.RefusedException;
import io.freshet.server.gateway.http.Replies;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.Status;
import java.util.ArrayList;
import java.util.List;

/// The routes behind which is an operation: the same ones that commands use.
final class OperationRoutes {
    private static final JsonReader.Limits LIMITS = new JsonReader.Limits(16 << 20, 6);
    private static final String PROJECT = "/projects/{appId}";
    private static final String ROOM = PROJECT + "/rooms/{roomId}";
    private static final String STREAM = ROOM + "/streams/{streamId}";

    private final Administration operations;
    private final List<ConsoleRoute> routes = new ArrayList<>();

    OperationRoutes(Administration operations) {
        this.operations = operations;
    }

    List<ConsoleRoute> all() {
        routes.clear();
        add(Method.GET, "/projects", "project.list");
        add(Method.POST, "/projects", "project.create");
        add(Method.GET, PROJECT, "project.show");
        add(Method.PATCH, PROJECT, "project.set");
        add(Method.POST, PROJECT + "/secrets", "project.secrets");
        add(Method.POST, PROJECT + "/secrets/rotate", "project.rotate");
        add(Method.GET, PROJECT + "/callbacks", "callback.show");
        add(Method.PUT, PROJECT + "/callbacks", "callback.set");
        add(Method.POST, PROJECT + "/tokens", "token.issue");
        add(Method.POST, PROJECT + "/tokens/verify", "token.verify");
        add(Method.GET, PROJECT + "/usage", "usage");
        routes.add(ConsoleRoute.of(Method.GET, PROJECT + "/usage.csv", this::usageCsv));
        add(Method.GET, "/rooms", "room.list");
        add(Method.GET, ROOM, "room.show");
        add(Method.GET, ROOM + "/users", "room.users");
        add(Method.POST, ROOM + "/close", "room.close");
        add(Method.POST, ROOM + "/kick", "room.kick");
        add(Method.POST, ROOM + "/messages", "message.send");
        add(Method.GET, STREAM, "stream.show");
        add(Method.POST, STREAM + "/close", "stream.close");
        add(Method.POST, PROJECT + "/streams/{streamId}/forbid", "stream.forbid");
        add(Method.POST, PROJECT + "/streams/{streamId}/allow", "stream.allow");
        add(Method.GET, PROJECT + "/forbids", "forbid.list");
        add(Method.POST, PROJECT + "/forbids", "forbid.set");
        add(Method.POST, PROJECT + "/forbids/remove", "forbid.remove");
        add(Method.GET, "/nodes", "node.list");
        add(Method.GET, "/health", "health");
        add(Method.GET, "/audit", "audit.list");
        return List.copyOf(routes);
    }

    private void add(Method method, String path, String operation) {
        routes.add(ConsoleRoute.of(method, path, call -> perform(call, operation)));
    }

    private String perform(ConsoleCall call, String operation) throws RefusedException {
        return operations.perform(call.actor(), operation, call.json());
    }

    private String usageCsv(ConsoleCall call) throws RefusedException {
        String csv;
        try {
            csv = UsageCsv.of(JsonReader.readObject(perform(call, "usage"), LIMITS));
        } catch (JsonException e) {
            throw new IllegalStateException("an answer of ours", e);
        }
        var headers = call.response().headers();
        headers.set(
                HeaderValues.create(
                        HeaderNames.CONTENT_DISPOSITION, "attachment; filename=\"usage.csv\""));
        Replies.text(call.response(), Status.OK_200, "text/csv; charset=utf-8", csv);
        return "";
    }
}
