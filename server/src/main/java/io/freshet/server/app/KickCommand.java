package io.freshet.server.app;

import io.freshet.protocol.json.JsonObject;
import io.freshet.protocol.json.JsonWriter;
import io.freshet.server.operation.LiveRoomOperations;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `freshet kick`: takes users out of a room.
@Command(
        name = "kick",
        description = "Take users out of a room. They may come again.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class KickCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "ROOM", description = "The roomID.")
    private String room = "";

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "USER", description = "userIDs.")
    private List<String> users = List.of();

    @Mixin private final ReasonOption reason = new ReasonOption();
    @Mixin private final JsonOption form = new JsonOption();
    @Mixin private final ProjectOption project = new ProjectOption();
    @Mixin private final ServerOption server = new ServerOption();

    /// 1 if none of them was there.
    @Override
    public Integer call() throws Exception {
        JsonObject answer =
                server.performLive(
                        LiveRoomOperations.KICK,
                        new JsonWriter()
                                .beginObject()
                                .member("appId", project.appId())
                                .member("roomId", room)
                                .member("userIds", users)
                                .member("reason", reason.text()));
        form.print(answer, server.out(), KickCommand::print);
        return new AnswerFields(answer).texts("kicked").isEmpty() ? Main.EXIT_FAILED : 0;
    }

    private static void print(AnswerFields answer, PrintWriter out) {
        answer.texts("kicked").forEach(it -> out.println("kicked " + it));
        answer.texts("absent").forEach(it -> out.println("not there: " + it));
    }
}
