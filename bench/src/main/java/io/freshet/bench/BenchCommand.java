package io.freshet.bench;

import io.freshet.bench.rooms.RoomsCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `freshet bench`: what one server bears, one subcommand a part of it.
@Command(
        name = "bench",
        description = "Measure what one server bears.",
        footer = "The launcher has one more: bench web, for SDK and live page in a browser.",
        mixinStandardHelpOptions = true,
        subcommands = RoomsCommand.class)
final class BenchCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
