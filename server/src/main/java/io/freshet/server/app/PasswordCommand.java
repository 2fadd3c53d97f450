package io.freshet.server.app;

import io.freshet.protocol.json.JsonString;
import io.freshet.server.operation.AccountOperations;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `freshet password`: a new password for the console when the old one is lost.
@Command(
        name = "password",
        description = "Make a new console password and end all logins to the console.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class PasswordCommand implements Callable<Integer> {
    @Mixin private final ServerOption server = new ServerOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Configuration configuration = server.read();
        Logging.configure(System.Logger.Level.ERROR);
        var answer = AdminChannel.perform(configuration, AccountOperations.RESET, "{}");
        String password = answer.at("password") instanceof JsonString it ? it.value() : "";
        spec.commandLine().getOut().println(password);
        return 0;
    }
}
