package io.freshet.server.app;

import io.freshet.protocol.json.JsonObject;
import io.freshet.protocol.json.JsonWriter;
import io.freshet.server.operation.LiveRoomOperations;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `freshet users`: who is in a room.
@Command(
        name = "users",
        description = "List the users of a room, in the order in which they came.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class UsersCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ROOM", description = "The roomID.")
    private String room = "";

    @Option(names = "--json", description = "Print JSON, an object a line.")
    private boolean json;

    @Mixin private final ProjectOption project = new ProjectOption();
    @Mixin private final ServerOption server = new ServerOption();

    @Override
    public Integer call() throws Exception {
        String marker = "";
        do {
            JsonObject answer =
                    server.performLive(
                            LiveRoomOperations.USERS,
                            new JsonWriter()
                                    .beginObject()
                                    .member("appId", project.appId())
                                    .member("roomId", room)
                                    .member("marker", marker));
            var page = new AnswerFields(answer);
            for (AnswerFields user : page.objects("users")) {
                server.out()
                        .println(
                                json
                                        ? JsonWriter.write(user.json())
                                        : user.text("userId") + "  " + user.text("userName"));
            }
            marker = page.text("marker");
        } while (!marker.isEmpty());
        return 0;
    }
}
