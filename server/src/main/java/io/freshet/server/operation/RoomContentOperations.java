package io.freshet.server.operation;

import io.freshet.protocol.ErrorCode;
import io.freshet.protocol.Identifiers;
import io.freshet.protocol.Limits;
import io.freshet.protocol.MessageContents;
import io.freshet.protocol.json.JsonWriter;
import io.freshet.protocol.message.RoomUser;
import io.freshet.server.console.Administration.Refusal;
import io.freshet.server.console.Administration.RefusedException;
import io.freshet.server.control.ForbidOperations;
import io.freshet.server.control.ServerOperations;
import io.freshet.server.control.StreamOperations.LiveStream;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/// The streams of rooms and messages into them, of the running server.
public final class RoomContentOperations {
    /// Stops a stream, wherever it is, and refuses it until it is allowed again.
    public static final String FORBID_STREAM = "stream.forbid";

    public static final String ALLOW_STREAM = "stream.allow";

    private static final int MAX_RECEIVERS = 100;
    private static final int MAX_KIND_CHARACTERS = 16;

    private final Projects projects;
    private final ServerOperations server;
    private final Supplier<Instant> now;

    RoomContentOperations(Projects projects, ServerOperations server, Supplier<Instant> now) {
        this.projects = projects;
        this.server = server;
        this.now = now;
    }

    List<Operation> all() {
        return List.of(
                Operation.look("room.show", this::show),
                Operation.change("message.send", this::message),
                Operation.change("stream.close", this::closeStream),
                Operation.change(FORBID_STREAM, this::forbidStream),
                Operation.change(ALLOW_STREAM, this::allowStream));
    }

    private void show(OperationRequest request, JsonWriter answer) throws RefusedException {
        long appId = projects.of(request).appId();
        String roomId = roomId(request);
        if (!server.rooms().hasRoom(appId, roomId)) {
            throw noSuchRoom(roomId);
        }
        answer.member("appId", appId)
                .member("roomId", roomId)
                .member("users", server.rooms().userCount(appId, roomId))
                .beginArray("streams");
        for (LiveStream stream : server.streams().streams(appId, roomId)) {
            LiveJson.write(stream, answer);
        }
        answer.endArray();
    }

    private void closeStream(OperationRequest request, JsonWriter answer) throws RefusedException {
        long appId = projects.of(request).appId();
        String roomId = roomId(request);
        String streamId = streamId(request);
        switch (server.streams().remove(appId, roomId, streamId)) {
            case DONE -> {}
            case NO_SUCH_ROOM -> throw noSuchRoom(roomId);
            case NO_SUCH_STREAM ->
                    throw RefusedException.notFound(
                            "streamId", "The room has no stream \"" + streamId + "\".");
        }
    }

    private void forbidStream(OperationRequest request, JsonWriter answer) throws RefusedException {
        long appId = projects.of(request).appId();
        require(server.forbids().forbidStreams(appId, List.of(streamId(request)), sequence()));
    }

    private void allowStream(OperationRequest request, JsonWriter answer) throws RefusedException {
        long appId = projects.of(request).appId();
        require(server.forbids().resumeStreams(appId, List.of(streamId(request)), sequence()));
    }

    /// Backends number their requests by the time as well.
    private long sequence() {
        return now.get().toEpochMilli();
    }

    private static void require(ForbidOperations.Outcome outcome) throws RefusedException {
        switch (outcome) {
            case DONE -> {}
            case LATE ->
                    throw new RefusedException(
                            Refusal.CONFLICT,
                            "streamId",
                            "A later request about this stream was done already.");
            case TOO_MANY ->
                    throw new RefusedException(
                            Refusal.CONFLICT,
                            "streamId",
                            "As many streams are forbidden as may be; allow others first.");
        }
    }

    private void message(OperationRequest request, JsonWriter answer) throws RefusedException {
        long appId = projects.of(request).appId();
        String roomId = roomId(request);
        String text = request.text("text", Limits.MESSAGE_CONTENT_MAX_BYTES);
        ErrorCode checked = MessageContents.checkBroadcastMessage(text);
        if (!checked.isSuccess()) {
            throw RefusedException.invalid("text", "\"text\": " + checked.sentence());
        }
        var from = new RoomUser(request.id("fromUserId", Identifiers::checkUserId), "");
        String kind = request.text("kind", MAX_KIND_CHARACTERS);
        boolean sent =
                switch (kind) {
                    case "", "broadcast" ->
                            server.messages().broadcast(appId, roomId, from, text).isPresent();
                    case "barrage" ->
                            server.messages().barrage(appId, roomId, from, text).isPresent();
                    case "command" ->
                            server.messages()
                                    .command(
                                            appId,
                                            roomId,
                                            from,
                                            text,
                                            request.texts("userIds", MAX_RECEIVERS))
                                    .isPresent();
                    default ->
                            throw RefusedException.invalid(
                                    "kind", "\"kind\" must be broadcast, barrage or command.");
                };
        if (!sent) {
            throw noSuchRoom(roomId);
        }
    }

    private static String roomId(OperationRequest request) throws RefusedException {
        return request.id("roomId", Identifiers::checkRoomId);
    }

    private static String streamId(OperationRequest request) throws RefusedException {
        return request.id("streamId", Identifiers::checkStreamId);
    }

    private static RefusedException noSuchRoom(String roomId) {
        return RefusedException.notFound("roomId", "There is no room \"" + roomId + "\".");
    }
}
