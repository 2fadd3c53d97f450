package io.freshet.server.app;

import io.freshet.protocol.json.JsonObject;
import io.freshet.protocol.json.JsonWriter;
import io.freshet.server.operation.RoomContentOperations;
import io.freshet.server.operation.UserRuleOperations;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `freshet forbid`: keeps users out for a while, or a stream until it is allowed again.
@Command(
        name = "forbid",
        description = {
            "Forbid a user, a room or an address to log in or to publish for a while, or a stream"
                    + " until it is allowed again. It holds at once, also for those who are in, and"
                    + " outlives the server.",
            "A later rule for the same user, room or address takes the earlier one's place."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ForbidCommand implements Callable<Integer> {
    @Mixin private final ForbidTarget target = new ForbidTarget();

    @Option(names = "--publish", description = "Forbid publishing only (default: logging in).")
    private boolean publishOnly;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            description = "For how long, as in 30m or 7d, up to 365d (default: 1h).")
    private @Nullable String time;

    @Mixin private final JsonOption form = new JsonOption();
    @Mixin private final ProjectOption project = new ProjectOption();
    @Mixin private final ServerOption server = new ServerOption();

    @Override
    public Integer call() throws Exception {
        JsonWriter request =
                target.write(new JsonWriter().beginObject().member("appId", project.appId()));
        if (target.isStream()) {
            forbidStream(request);
        } else {
            forbidUsers(request);
        }
        return 0;
    }

    private void forbidStream(JsonWriter request) throws Exception {
        if (publishOnly || time != null) {
            throw new CommandFailedException(
                    "a stream is forbidden until it is allowed again: --stream goes without"
                            + " --publish and --for");
        }
        JsonObject answer = server.performLive(RoomContentOperations.FORBID_STREAM, request);
        form.print(answer, server.out(), (_, out) -> out.println("forbidden: " + target));
    }

    private void forbidUsers(JsonWriter request) throws Exception {
        JsonObject answer =
                server.performLive(
                        UserRuleOperations.SET,
                        request.member(publishOnly ? "publish" : "login", true)
                                .member("seconds", duration().toSeconds()));
        form.print(answer, server.out(), ForbiddenCommand::printRule);
    }

    private Duration duration() throws CommandFailedException {
        try {
            return ValueReader.duration(Duration.ofSeconds(1), Duration.ofDays(365))
                    .read(time == null ? "1h" : time);
        } catch (ValueReader.BadValueException e) {
            throw new CommandFailedException("--for " + e.getMessage());
        }
    }
}
