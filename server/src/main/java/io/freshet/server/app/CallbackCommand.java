package io.freshet.server.app;

import io.freshet.protocol.json.JsonWriter;
import io.freshet.server.operation.CallbackOperations;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `freshet callback`: where an application's backend is told what happens in rooms.
@Command(
        name = "callback",
        description = "Set, switch off or show where a backend is told what happens in rooms.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class CallbackCommand implements Callable<Integer> {
    @Mixin private final ProjectOption project = new ProjectOption();

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

    @Override
    public Integer call() throws Exception {
        if (off && !url.isEmpty()) {
            throw new CommandFailedException("--url and --off exclude each other");
        }
        JsonWriter request =
                new JsonWriter()
                        .beginObject()
                        .member("appId", project.appId())
                        .member("url", url)
                        .member("form", form)
                        .member("events", events)
                        .member("off", off);
        String operation = off || !url.isEmpty() ? CallbackOperations.SET : CallbackOperations.SHOW;
        print(new AnswerFields(server.perform(operation, request)));
        return 0;
    }

    private void print(AnswerFields answer) {
        var out = server.out();
        List<AnswerFields> targets = answer.objects("callbacks");
        out.println(
                "project "
                        + answer.number("appId")
                        + (targets.isEmpty() ? " has no callbacks" : ""));
        for (AnswerFields it : targets) {
            out.printf("  %-14s %-10s %s%n", it.text("event"), it.text("form"), it.text("url"));
        }
    }
}
