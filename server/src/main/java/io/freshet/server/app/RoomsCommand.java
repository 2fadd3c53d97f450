package io.freshet.server.app;

import io.freshet.protocol.json.JsonObject;
import io.freshet.protocol.json.JsonWriter;
import io.freshet.server.operation.LiveRoomOperations;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `freshet rooms`: the rooms of the running server.
@Command(
        name = "rooms",
        description = "List the rooms of the running server.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class RoomsCommand implements Callable<Integer> {
    @Option(
            names = "--app",
            paramLabel = "APPID",
            description = "The rooms of this project only (default: of all).")
    private long app;

    @Mixin private final JsonOption form = new JsonOption();
    @Mixin private final ServerOption server = new ServerOption();

    @Override
    public Integer call() throws Exception {
        JsonObject answer =
                server.performLive(
                        LiveRoomOperations.LIST,
                        new JsonWriter().beginObject().member("appId", app));
        form.print(answer, server.out(), RoomsCommand::print);
        return 0;
    }

    private static void print(AnswerFields answer, PrintWriter out) {
        List<AnswerFields> rooms = answer.objects("rooms");
        out.printf("%-10s %6s %7s  %s%n", "AppID", "users", "streams", "room");
        for (AnswerFields room : rooms) {
            out.printf(
                    "%-10d %6d %7d  %s%n",
                    room.number("appId"),
                    room.number("users"),
                    room.number("streams"),
                    room.text("roomId"));
        }
        long more = answer.number("total") - rooms.size();
        if (more > 0) {
            out.println("and " + more + " more");
        }
    }
}
