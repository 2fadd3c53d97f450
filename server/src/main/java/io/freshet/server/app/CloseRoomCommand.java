package io.freshet.server.app;

import io.freshet.protocol.json.JsonObject;
import io.freshet.protocol.json.JsonWriter;
import io.freshet.server.operation.LiveRoomOperations;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
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

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            description = "What their apps are told, up to 256 bytes.")
    private String reason = "";

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

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
                                .member("reason", reason));
        server.out()
                .println(
                        json
                                ? JsonWriter.write(answer)
                                : "closed "
                                        + room
                                        + ", users put out: "
                                        + new AnswerFields(answer).number("users"));
        return 0;
    }
}
