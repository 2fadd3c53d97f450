package io.freshet.server.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which server a command is about; options that commands have in common.
final class ServerOption {
    @Option(names = "--config", paramLabel = "FILE", description = "The server's YAML file.")
    private @Nullable Path config;

    @Option(names = "--data", paramLabel = "DIR", description = "The server's data directory.")
    private @Nullable Path data;

    Configuration read() throws ConfigurationException {
        var overrides =
                new Configuration.Overrides(
                        Optional.ofNullable(data), Optional.empty(), Optional.empty(), List.of());
        return Configuration.read(Optional.ofNullable(config), System.getenv(), overrides)
                .configuration();
    }
}
