package io.freshet.server.app;

import io.freshet.protocol.json.JsonWriter;
import io.freshet.server.operation.ProjectOperations;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `freshet project`: how a project is set.
@Command(
        name = "project",
        description = "Show how a project is set, or set it; a running server goes by it at once.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ProjectCommand implements Callable<Integer> {
    private enum Switch {
        ON,
        OFF
    }

    private enum TokenExpiry {
        KICK,
        KEEP
    }

    @Mixin private final ProjectOption project = new ProjectOption();

    @Option(
            names = "--token-expiry",
            paramLabel = "kick|keep",
            description =
                    "Whose token runs out is kicked (1002056), or stays and only begins nothing"
                            + " new.")
    private @Nullable TokenExpiry tokenExpiry;

    @Option(
            names = "--token-only",
            paramLabel = "on|off",
            description = "Whether every login needs a token, the AppSign or not.")
    private @Nullable Switch tokenOnly;

    @Option(
            names = "--l3",
            paramLabel = "on|off",
            description = "Whether streams may be played in the L3 mode.")
    private @Nullable Switch l3;

    @Mixin private final ServerOption server = new ServerOption();

    @Override
    public Integer call() throws Exception {
        JsonWriter request = new JsonWriter().beginObject().member("appId", project.appId());
        boolean set = false;
        if (tokenExpiry != null) {
            request.member("tokenExpiry", tokenExpiry == TokenExpiry.KICK ? "kick" : "keep");
            set = true;
        }
        if (tokenOnly != null) {
            request.member("tokenOnly", tokenOnly == Switch.ON);
            set = true;
        }
        if (l3 != null) {
            request.member("l3", l3 == Switch.ON);
            set = true;
        }
        print(
                new AnswerFields(
                        server.perform(
                                set ? ProjectOperations.SET : ProjectOperations.SHOW, request)));
        return 0;
    }

    private void print(AnswerFields answer) {
        var out = server.out();
        out.println("project " + answer.number("appId") + " " + answer.text("name"));
        out.println("  token-expiry  " + answer.text("tokenExpiry"));
        out.println("  token-only    " + onOff(answer, "tokenOnly"));
        out.println("  l3            " + onOff(answer, "l3"));
    }

    private static String onOff(AnswerFields answer, String name) {
        return answer.flag(name) ? "on" : "off";
    }
}
