package io.freshet.server.app;

import io.freshet.protocol.json.JsonException;
import io.freshet.server.console.Administration;
import io.freshet.server.gateway.AdminMessages;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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

    @Mixin private final ProjectOption project = new ProjectOption();

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

    @Mixin private final ServerOption server = new ServerOption();

    @Override
    public Integer call() throws Exception {
        Configuration configuration = server.read();
        var request =
                new Administration.TokenOrder(project.appId(), user, room, publish, validity());
        Optional<Administration.IssuedToken> issued = askServer(configuration, request);
        if (issued.isEmpty()) {
            issued = Optional.of(openDatabase(configuration, request));
        }
        issued.map(it -> link ? it.link() : it.token()).ifPresent(server.out()::println);
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
            throw new CommandFailedException(AdminChannel.NOT_UNDERSTOOD);
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
