package io.freshet.server.app;

import io.freshet.protocol.json.JsonArray;
import io.freshet.protocol.json.JsonInteger;
import io.freshet.protocol.json.JsonObject;
import io.freshet.protocol.json.JsonString;
import io.freshet.protocol.json.JsonValue;
import io.freshet.protocol.json.JsonWriter;
import io.freshet.server.operation.CallbackOperations;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `freshet callback`: where an application's backend is told what happens in rooms.
@Command(
        name = "callback",
        description = "Set, switch off or show where a backend is told what happens in rooms.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class CallbackCommand implements Callable<Integer> {
    @Option(
            names = "--app",
            paramLabel = "APPID",
            description = "The project (default: the oldest, which is the demo project).")
    private long app;

    @Option(names = "--url", paramLabel = "URL", description = "Where events are sent.")
    private String url = "";

    @Option(
            names = "--events",
            paramLabel = "EVENT",
            split = ",",
            description =
                    "room_create, room_close, room_login, room_logout, stream_create,"
                            + " stream_close (default: all). The others stay as they are.")
    private List<String> events = List.of();

    @Option(
            names = "--form",
            paramLabel = "FORM",
            description = "urlencoded (JSON, percent-encoded; default) or json.")
    private String form = "";

    @Option(names = "--off", description = "Send these events no more.")
    private boolean off;

    @Mixin private final ServerOption server = new ServerOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (off && !url.isEmpty()) {
            throw new CommandFailedException("--url and --off exclude each other");
        }
        Configuration configuration = server.read();
        Logging.configure(System.Logger.Level.ERROR);
        String request =
                new JsonWriter()
                        .beginObject()
                        .member("appId", app)
                        .member("url", url)
                        .member("form", form)
                        .member("events", events)
                        .member("off", off)
                        .endObject()
                        .toString();
        String operation = off || !url.isEmpty() ? CallbackOperations.SET : CallbackOperations.SHOW;
        print(AdminChannel.perform(configuration, operation, request));
        return 0;
    }

    private void print(JsonObject answer) {
        var out = spec.commandLine().getOut();
        long appId = answer.at("appId") instanceof JsonInteger number ? number.value() : 0;
        List<JsonValue> targets =
                answer.at("callbacks") instanceof JsonArray array ? array.items() : List.of();
        out.println("project " + appId + (targets.isEmpty() ? " has no callbacks" : ""));
        for (JsonValue target : targets) {
            if (target instanceof JsonObject it) {
                out.printf(
                        "  %-14s %-10s %s%n", text(it, "event"), text(it, "form"), text(it, "url"));
            }
        }
    }

    private static String text(JsonObject json, String name) {
        return json.at(name) instanceof JsonString string ? string.value() : "";
    }
}
