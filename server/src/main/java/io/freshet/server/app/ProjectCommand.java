package io.freshet.server.app;

import io.freshet.protocol.json.JsonInteger;
import io.freshet.protocol.json.JsonLiteral;
import io.freshet.protocol.json.JsonObject;
import io.freshet.protocol.json.JsonString;
import io.freshet.protocol.json.JsonWriter;
import io.freshet.server.operation.ProjectOperations;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

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

    @Option(
            names = "--app",
            paramLabel = "APPID",
            description = "The project (default: the oldest, which is the demo project).")
    private long app;

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

    @Spec
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Configuration configuration = server.read();
        Logging.configure(System.Logger.Level.ERROR);
        JsonWriter request = new JsonWriter().beginObject().member("appId", app);
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
                AdminChannel.perform(
                        configuration,
                        set ? ProjectOperations.SET : ProjectOperations.SHOW,
                        request.endObject().toString()));
        return 0;
    }

    private void print(JsonObject answer) {
        var out = spec.commandLine().getOut();
        long appId = answer.at("appId") instanceof JsonInteger number ? number.value() : 0;
        out.println("project " + appId + " " + text(answer, "name"));
        out.println("  token-expiry  " + text(answer, "tokenExpiry"));
        out.println("  token-only    " + onOff(answer, "tokenOnly"));
        out.println("  l3            " + onOff(answer, "l3"));
    }

    private static String onOff(JsonObject json, String name) {
        return json.at(name) == JsonLiteral.TRUE ? "on" : "off";
    }

    private static String text(JsonObject json, String name) {
        return json.at(name) instanceof JsonString string ? string.value() : "";
    }
}
