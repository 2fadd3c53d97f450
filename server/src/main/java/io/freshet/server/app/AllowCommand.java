package io.freshet.server.app;

import io.freshet.protocol.json.JsonObject;
import io.freshet.protocol.json.JsonWriter;
import io.freshet.server.operation.RoomContentOperations;
import io.freshet.server.operation.UserRuleOperations;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `freshet allow`: takes back what was forbidden.
@Command(
        name = "allow",
        description = "Allow a user, a room, an address or a stream again, as it was forbidden.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class AllowCommand implements Callable<Integer> {
    @Mixin private final ForbidTarget target = new ForbidTarget();
    @Mixin private final JsonOption form = new JsonOption();
    @Mixin private final ProjectOption project = new ProjectOption();
    @Mixin private final ServerOption server = new ServerOption();

    @Override
    public Integer call() throws Exception {
        JsonObject answer =
                server.performLive(
                        target.isStream()
                                ? RoomContentOperations.ALLOW_STREAM
                                : UserRuleOperations.REMOVE,
                        target.write(
                                new JsonWriter().beginObject().member("appId", project.appId())));
        form.print(answer, server.out(), (_, out) -> out.println("allowed again: " + target));
        return 0;
    }
}
