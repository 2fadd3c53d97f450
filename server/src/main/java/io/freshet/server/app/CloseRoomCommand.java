package io.freshet.server.app;

import io.freshet.protocol.json.JsonObject;
import io.freshet.protocol.json.JsonWriter;
import io.freshet.server.operation.LiveRoomOperations;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `freshet close-room`: takes everybody out of a room.
@Command(
        name = "close-room",
        description = "Take everybody out of a room. They may come again, to another life of it.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class CloseRoomCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ROOM", description = "The roomID.")
    private String room = "";

    @Mixin private final ReasonOption reason = new ReasonOption();
    @Mixin private final JsonOption form = new JsonOption();
    @Mixin private final ProjectOption project = new ProjectOption();
    @Mixin private final ServerOption server = new ServerOption();

    @Override
    public Integer call() throws Exception {
        JsonObject answer =
                server.performLive(
                        LiveRoomOperations.CLOSE,
                        new JsonWriter()
                                .beginObject()
                                .member("appId", project.appId())
                                .member("roomId", room)
                                .member("reason", reason.text()));
        form.print(
                answer,
                server.out(),
                (fields, out) ->
                        out.println(
                                "closed " + room + ", users put out: " + fields.number("users")));
        return 0;
    }
}
