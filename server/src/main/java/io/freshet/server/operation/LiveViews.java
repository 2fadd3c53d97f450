package io.freshet.server.operation;

import io.freshet.protocol.Identifiers;
import io.freshet.protocol.json.JsonObject;
import io.freshet.protocol.json.JsonWriter;
import io.freshet.protocol.message.RoomUser;
import io.freshet.server.console.Administration.RefusedException;
import io.freshet.server.console.LiveSource;
import io.freshet.server.console.LiveView;
import io.freshet.server.console.NodeState;
import io.freshet.server.console.QualityHistory;
import io.freshet.server.control.RoomOperations.RoomSummary;
import io.freshet.server.control.ServerOperations;
import io.freshet.server.control.StreamOperations.CarriedPlay;
import io.freshet.server.control.StreamOperations.LiveStream;
import io.freshet.server.project.ProjectStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// What pages show live: all rooms and the server's numbers, or one room with its users, streams
/// and their quality. Bounded; what is left out is counted.
public final class LiveViews implements LiveSource {
    private static final int MAX_ROOMS = 500;
    private static final int MAX_USERS = 200;
    private static final int MAX_PLAYS = 50;

    private final Projects projects;
    private final ServerOperations server;
    private final QualityHistory history;
    private final Supplier<NodeState> node;

    public LiveViews(
            ProjectStore projects,
            ServerOperations server,
            QualityHistory history,
            Supplier<NodeState> node) {
        this.projects = new Projects(projects);
        this.server = server;
        this.history = history;
        this.node = node;
    }

    @Override
    public LiveView view(JsonObject request) throws RefusedException {
        var parameters = new OperationRequest(request);
        return parameters.has("roomId") ? room(parameters) : rooms();
    }

    private LiveView rooms() {
        Map<String, String> items = new LinkedHashMap<>();
        NodeState state = node.get();
        var json = new JsonWriter();
        NodeOperations.write(state, json);
        items.put("node", json.toString());
        var health = new JsonWriter().beginObject();
        NodeOperations.writeHealth(state, health);
        items.put("health", health.endObject().toString());
        List<RoomSummary> rooms = server.rooms().rooms();
        items.put("rooms", count(rooms.size()));
        for (RoomSummary room : LiveJson.fullest(rooms, MAX_ROOMS)) {
            var item = new JsonWriter();
            LiveJson.write(room, item);
            items.put("room/" + room.appId() + "/" + room.roomId(), item.toString());
        }
        return new LiveView(items);
    }

    /// A room that is empty has no users and streams; it may come to life again.
    private LiveView room(OperationRequest request) throws RefusedException {
        long appId = projects.of(request).appId();
        String roomId = request.id("roomId", Identifiers::checkRoomId);
        Map<String, String> items = new LinkedHashMap<>();
        items.put("users", count(server.rooms().userCount(appId, roomId)));
        for (RoomUser user : server.rooms().users(appId, roomId, true, MAX_USERS, "").users()) {
            var item = new JsonWriter().beginObject();
            LiveJson.write(user, item);
            items.put("user/" + user.userId(), item.endObject().toString());
        }
        for (LiveStream stream : server.streams().streams(appId, roomId)) {
            put(appId, stream, items);
        }
        return new LiveView(items);
    }

    private void put(long appId, LiveStream live, Map<String, String> items) {
        String streamId = live.stream().streamId();
        var stream = new JsonWriter().beginObject();
        LiveJson.writeMembers(live, stream);
        var carriage = server.streams().carriage(appId, streamId, MAX_PLAYS);
        if (carriage.isPresent()) {
            long publisher = carriage.get().publisher().value();
            stream.member("plays", carriage.get().plays())
                    .member("codecs", history.codecs(publisher));
            history.lastPublished(publisher)
                    .ifPresent(it -> QualityOperations.write(it, stream.name("published")));
            for (CarriedPlay play : carriage.get().some()) {
                var item = new JsonWriter().beginObject().member("userId", play.userId());
                item.member("streamId", streamId);
                history.lastPlayed(play.transport().value())
                        .ifPresent(it -> QualityOperations.write(it, item.name("played")));
                items.put(
                        "play/" + streamId + "/" + play.transport().value(),
                        item.endObject().toString());
            }
        }
        items.put("stream/" + streamId, stream.endObject().toString());
    }

    private static String count(int count) {
        return new JsonWriter().beginObject().member("count", count).endObject().toString();
    }
}
