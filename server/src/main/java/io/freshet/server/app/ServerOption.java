package io.freshet.server.app;

import io.freshet.protocol.json.JsonObject;
import io.freshet.protocol.json.JsonWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Which server a command is about, and how it is asked: what commands have in common.
final class ServerOption {
    @Option(names = "--config", paramLabel = "FILE", description = "The server's YAML file.")
    private @Nullable Path config;

    @Option(names = "--data", paramLabel = "DIR", description = "The server's data directory.")
    private @Nullable Path data;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private CommandSpec command;

    /// Reads the server's configuration; from then on only what fails is logged.
    Configuration read() throws ConfigurationException {
        var overrides =
                new Configuration.Overrides(
                        Optional.ofNullable(data), Optional.empty(), Optional.empty(), List.of());
        Configuration configuration =
                Configuration.read(Optional.ofNullable(config), System.getenv(), overrides)
                        .configuration();
        Logging.configure(System.Logger.Level.ERROR);
        return configuration;
    }

    /// Lets an operation be done, by the running server or on its database.
    ///
    /// @param request a JSON object that is not ended yet
    JsonObject perform(String operation, JsonWriter request)
            throws ConfigurationException, CommandFailedException, IOException {
        return AdminChannel.perform(read(), operation, request.endObject().toString());
    }

    /// Lets the running server do an operation that needs one.
    ///
    /// @param request a JSON object that is not ended yet
    JsonObject performLive(String operation, JsonWriter request)
            throws ConfigurationException, CommandFailedException, IOException {
        return AdminChannel.performLive(read(), operation, request.endObject().toString());
    }

    PrintWriter out() {
        return command.commandLine().getOut();
    }
}
