package io.freshet.server.app;

import io.freshet.protocol.json.JsonArray;
import io.freshet.protocol.json.JsonInteger;
import io.freshet.protocol.json.JsonObject;
import io.freshet.protocol.json.JsonString;
import io.freshet.protocol.json.JsonValue;
import io.freshet.protocol.json.JsonWriter;
import io.freshet.server.operation.UsageOperations;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `freshet usage`: what a project has used.
@Command(
        name = "usage",
        description = "Show what a project played and published, by day (UTC) and tier.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class UsageCommand implements Callable<Integer> {
    @Option(
            names = "--app",
            paramLabel = "APPID",
            description = "The project (default: the oldest, which is the demo project).")
    private long app;

    @Option(
            names = "--from",
            paramLabel = "DATE",
            description = "First day, as in 2026-11-01 (default: the first of this month).")
    private String from = "";

    @Option(
            names = "--to",
            paramLabel = "DATE",
            description = "Last day, included (default: today).")
    private String to = "";

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Mixin private final ServerOption server = new ServerOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Configuration configuration = server.read();
        Logging.configure(System.Logger.Level.ERROR);
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        String request =
                new JsonWriter()
                        .beginObject()
                        .member("appId", app)
                        .member("from", from.isEmpty() ? today.withDayOfMonth(1).toString() : from)
                        .member("to", to.isEmpty() ? today.toString() : to)
                        .endObject()
                        .toString();
        JsonObject answer = AdminChannel.perform(configuration, UsageOperations.USAGE, request);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonWriter.write(answer));
        } else {
            print(answer, out);
        }
        return 0;
    }

    private static void print(JsonObject answer, PrintWriter out) {
        out.println(
                "project "
                        + number(answer, "appId")
                        + ", "
                        + text(answer, "from")
                        + " to "
                        + text(answer, "to")
                        + " (UTC)");
        for (JsonValue day : items(answer, "days")) {
            if (day instanceof JsonObject it) {
                out.printf(
                        "  %s  %-8s %-8s %12d s%n",
                        text(it, "day"), text(it, "kind"), text(it, "tier"), number(it, "seconds"));
            }
        }
        for (JsonValue total : items(answer, "totals")) {
            if (total instanceof JsonObject it) {
                out.printf(
                        "  total       %-8s %-8s %12d s = %d min%n",
                        text(it, "kind"),
                        text(it, "tier"),
                        number(it, "seconds"),
                        number(it, "minutes"));
            }
        }
    }

    private static List<JsonValue> items(JsonObject json, String name) {
        return json.at(name) instanceof JsonArray array ? array.items() : List.of();
    }

    private static String text(JsonObject json, String name) {
        return json.at(name) instanceof JsonString string ? string.value() : "";
    }

    private static long number(JsonObject json, String name) {
        return json.at(name) instanceof JsonInteger integer ? integer.value() : 0;
    }
}
