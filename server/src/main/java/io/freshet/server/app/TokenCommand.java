package io.freshet.server.app;

import io.freshet.protocol.json.JsonException;
import io.freshet.server.gateway.AdminMessages;
import io.freshet.server.gateway.Administration;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `freshet token`: makes a token for a user. The running server is asked, since it has the
/// database open; when none runs, the database is opened here.
@Command(
        name = "token",
        description = "Make a token for a user.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class TokenCommand implements Callable<Integer> {
    @Option(names = "--user", required = true, paramLabel = "ID", description = "The userID.")
    private String user = "";

    @Option(
            names = "--room",
            paramLabel = "ID",
            description = "The one room it is good for (default: every room).")
    private String room = "";

    @Option(
            names = "--app",
            paramLabel = "APPID",
            description = "The project (default: the oldest, which is the demo project).")
    private long app;

    @Option(
            names = "--publish",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "Whether the user may publish (default: yes).")
    private boolean publish;

    @Option(
            names = "--valid",
            paramLabel = "TIME",
            defaultValue = "24h",
            description = "How long it is valid, as in 30m or 7d (default: 24h).")
    private String valid = "24h";

    @Option(names = "--link", description = "Print a link to the page instead of the token.")
    private boolean link;

    @Option(names = "--config", paramLabel = "FILE", description = "The server's YAML file.")
    private @Nullable Path config;

    @Option(names = "--data", paramLabel = "DIR", description = "The server's data directory.")
    private @Nullable Path data;

    @Spec
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var overrides =
                new Configuration.Overrides(
                        Optional.ofNullable(data),
                        Optional.empty(),
                        Optional.empty(),
                        java.util.List.of());
        Configuration configuration =
                Configuration.read(Optional.ofNullable(config), System.getenv(), overrides)
                        .configuration();
        Logging.configure(System.Logger.Level.ERROR);
        var request = new Administration.TokenOrder(app, user, room, publish, validity());
        Optional<Administration.IssuedToken> issued = askServer(configuration, request);
        if (issued.isEmpty()) {
            issued = Optional.of(openDatabase(configuration, request));
        }
        var out = spec.commandLine().getOut();
        issued.map(it -> link ? it.link() : it.token()).ifPresent(out::println);
        return 0;
    }

    private Duration validity() throws CommandFailedException {
        try {
            return ValueReader.duration(Duration.ofSeconds(1), Duration.ofDays(3650)).read(valid);
        } catch (ValueReader.BadValueException e) {
            throw new CommandFailedException("--valid " + e.getMessage());
        }
    }

    /// Empty when no server runs on this data directory.
    private static Optional<Administration.IssuedToken> askServer(
            Configuration configuration, Administration.TokenOrder request)
            throws CommandFailedException, IOException {
        Optional<String> answer =
                AdminChannel.ask(configuration, AdminMessages.TOKENS, AdminMessages.write(request));
        try {
            return answer.isPresent()
                    ? Optional.of(AdminMessages.readIssued(answer.get()))
                    : Optional.empty();
        } catch (JsonException e) {
            throw new CommandFailedException("the server's answer is not understood");
        }
    }

    private static Administration.IssuedToken openDatabase(
            Configuration configuration, Administration.TokenOrder request)
            throws CommandFailedException {
        return AdminChannel.withProjects(
                configuration,
                projects ->
                        new TokenIssuer(
                                        projects,
                                        () -> configuration.pageUrl(configuration.http().port()),
                                        new SystemClock(),
                                        new SecureRandom())
                                .issueToken(request));
    }
}
