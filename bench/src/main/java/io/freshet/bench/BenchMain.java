package io.freshet.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The command line of `./freshet demo` and `./freshet bench`.
@Command(
        name = "freshet",
        description = "Measures Freshet from the outside.",
        mixinStandardHelpOptions = true,
        subcommands = {
            DemoCommand.class,
            BenchCommand.class,
            PublisherCommand.class,
            ViewerCommand.class
        })
public final class BenchMain implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private CommandSpec spec;

    private BenchMain() {}

    /// Runs one command; see `--help`.
    public static void main(String[] arguments) {
        CommandLine commandLine = new CommandLine(new BenchMain());
        commandLine.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (failure instanceof DemoException explained) {
                command.getErr().println("freshet: " + explained.getMessage());
                return 1;
            }
            throw failure;
        });
        System.exit(commandLine.execute(arguments));
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
