package io.freshet.server.app;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The server's command line.
@Command(
        name = "freshet",
        description = "Ultra-low-latency live streaming on your own server.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.VersionProvider.class,
        subcommands = {
            UpCommand.class,
            TokenCommand.class,
            ProjectCommand.class,
            CallbackCommand.class,
            UsageCommand.class,
            RoomsCommand.class,
            UsersCommand.class,
            KickCommand.class,
            CloseRoomCommand.class,
            ForbidCommand.class,
            AllowCommand.class,
            ForbiddenCommand.class,
            PasswordCommand.class,
            Main.VersionCommand.class
        })
public final class Main implements Runnable {
    /// A mistake in options or configuration, or a start that failed.
    static final int EXIT_FAILED = 1;

    @Spec
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private CommandSpec spec;

    private Main() {}

    /// Runs one command; see `--help`.
    public static void main(String[] arguments) {
        Logging.useLastingManager();
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setExecutionExceptionHandler(Main::fail)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true);
    }

    /// Known problems are one sentence; anything else is a fault of ours and shows its origin.
    private static int fail(
            Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        PrintWriter err = command.getErr();
        switch (failure) {
            case ConfigurationException e -> {
                err.println("freshet: the configuration cannot be used:");
                e.problems().forEach(problem -> err.println("  " + problem));
            }
            case StartException e -> err.println("freshet: " + e.getMessage());
            case CommandFailedException e -> err.println("freshet: " + e.getMessage());
            default -> {
                err.println("freshet: " + parsed.originalArgs() + " failed unexpectedly");
                failure.printStackTrace(err);
            }
        }
        err.flush();
        return EXIT_FAILED;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    static final class VersionProvider implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"Freshet " + Version.text()};
        }
    }

    @Command(name = "version", description = "Print the version.")
    static final class VersionCommand implements Callable<Integer> {
        @Spec
        @SuppressWarnings("NullAway.Init") // Set by picocli.
        private CommandSpec spec;

        @Override
        public Integer call() {
            spec.commandLine().getOut().println("Freshet " + Version.text());
            return 0;
        }
    }
}
