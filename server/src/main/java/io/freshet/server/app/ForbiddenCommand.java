package io.freshet.server.app;

import io.freshet.protocol.json.JsonObject;
import io.freshet.protocol.json.JsonWriter;
import io.freshet.server.operation.UserRuleOperations;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `freshet forbidden`: what is forbidden in a project.
@Command(
        name = "forbidden",
        description = "List whom rules keep from logging in or publishing, and forbidden streams.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ForbiddenCommand implements Callable<Integer> {
    @Mixin private final JsonOption form = new JsonOption();
    @Mixin private final ProjectOption project = new ProjectOption();
    @Mixin private final ServerOption server = new ServerOption();

    @Override
    public Integer call() throws Exception {
        JsonObject answer =
                server.performLive(
                        UserRuleOperations.LIST,
                        new JsonWriter().beginObject().member("appId", project.appId()));
        form.print(answer, server.out(), ForbiddenCommand::print);
        return 0;
    }

    private static void print(AnswerFields answer, PrintWriter out) {
        answer.objects("rules").forEach(rule -> printRule(rule, out));
        answer.texts("streams")
                .forEach(it -> out.println("stream " + it + ": forbidden until it is allowed"));
    }

    /// One rule as the operations tell it.
    static void printRule(AnswerFields rule, PrintWriter out) {
        String user = rule.text("userId");
        String room = rule.text("roomId");
        String who =
                switch (rule.text("kind")) {
                    case "user" -> "user " + user;
                    case "room" -> "room " + room;
                    case "user_in_room" -> "user " + user + " in room " + room;
                    default -> "address " + rule.text("address");
                };
        out.println(
                who
                        + ": no "
                        + (rule.flag("login") ? "login" : "publishing")
                        + " until "
                        + rule.text("expiresAt"));
    }
}
