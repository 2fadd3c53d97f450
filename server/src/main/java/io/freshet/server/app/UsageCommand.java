package io.freshet.server.app;

import io.freshet.protocol.json.JsonObject;
import io.freshet.protocol.json.JsonWriter;
import io.freshet.server.operation.UsageOperations;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `freshet usage`: what a project has used.
@Command(
        name = "usage",
        description = "Show what a project played and published, by day (UTC) and tier.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class UsageCommand implements Callable<Integer> {
    @Mixin private final ProjectOption project = new ProjectOption();

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

    @Mixin private final JsonOption form = new JsonOption();
    @Mixin private final ServerOption server = new ServerOption();

    @Override
    public Integer call() throws Exception {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        JsonWriter request =
                new JsonWriter()
                        .beginObject()
                        .member("appId", project.appId())
                        .member("from", from.isEmpty() ? today.withDayOfMonth(1).toString() : from)
                        .member("to", to.isEmpty() ? today.toString() : to);
        JsonObject answer = server.perform(UsageOperations.USAGE, request);
        form.print(answer, server.out(), UsageCommand::print);
        return 0;
    }

    private static void print(AnswerFields answer, PrintWriter out) {
        out.println(
                "project "
                        + answer.number("appId")
                        + ", "
                        + answer.text("from")
                        + " to "
                        + answer.text("to")
                        + " (UTC)");
        for (AnswerFields day : answer.objects("days")) {
            out.printf(
                    "  %s  %-8s %-8s %12d s%n",
                    day.text("day"), day.text("kind"), day.text("tier"), day.number("seconds"));
        }
        for (AnswerFields total : answer.objects("totals")) {
            out.printf(
                    "  total       %-8s %-8s %12d s = %d min%n",
                    total.text("kind"),
                    total.text("tier"),
                    total.number("seconds"),
                    total.number("minutes"));
        }
    }
}
