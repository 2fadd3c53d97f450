package io.freshet.server.operation;

import io.freshet.protocol.json.JsonWriter;
import io.freshet.server.console.HealthCheck;
import io.freshet.server.console.NodeState;
import io.freshet.server.control.ControlStatistics;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/// The servers and how they are. There is one: this.
final class NodeOperations {
    private static final double PERCENT = 100;

    private final Supplier<NodeState> node;

    NodeOperations(Supplier<NodeState> node) {
        this.node = node;
    }

    List<Operation> all() {
        return List.of(
                Operation.look("node.list", (request, answer) -> list(answer)),
                Operation.look("health", (request, answer) -> writeHealth(node.get(), answer)));
    }

    private void list(JsonWriter answer) {
        answer.beginArray("nodes");
        write(node.get(), answer);
        answer.endArray();
    }

    /// The members of the state of health.
    static void writeHealth(NodeState state, JsonWriter answer) {
        List<HealthCheck> checks = HealthCheck.of(state);
        answer.member("state", name(HealthCheck.worst(checks))).beginArray("checks");
        for (HealthCheck check : checks) {
            answer.beginObject()
                    .member("name", check.name())
                    .member("state", name(check.state()))
                    .member("text", check.text())
                    .endObject();
        }
        answer.endArray();
    }

    private static String name(HealthCheck.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    static void write(NodeState state, JsonWriter json) {
        ControlStatistics rooms = state.rooms();
        NodeState.Media media = state.media();
        json.beginObject()
                .member("id", state.id())
                .member("version", state.version())
                .member("startedAt", state.startedAt().toString())
                .member(
                        "uptimeSeconds",
                        Duration.between(state.startedAt(), state.at()).toSeconds())
                .member("ready", state.ready())
                .member("cpuPercent", Math.round(Math.max(0, state.cpuLoad()) * PERCENT))
                .member("processors", state.processors())
                .member("heapUsedBytes", state.heapUsedBytes())
                .member("heapMaxBytes", state.heapMaxBytes())
                .member("diskFreeBytes", state.diskFreeBytes())
                .member("connections", rooms.connections())
                .member("rooms", rooms.rooms())
                .member("users", rooms.users())
                .member("streams", rooms.streams())
                .member("plays", rooms.plays())
                .member("httpSessions", rooms.httpSessions())
                .member("publishers", media.publishers())
                .member("subscriptions", media.subscriptions())
                .member("receivedBps", media.receivedBps())
                .member("sentBps", media.sentBps())
                .member("loopTurnMaxUs", Math.round(media.loopTurnMaxMs() * 1000))
                .member("mediaFailures", media.failures())
                .member("callbacksWaiting", state.books().callbacksWaiting())
                .endObject();
    }
}
