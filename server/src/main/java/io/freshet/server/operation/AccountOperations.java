package io.freshet.server.operation;

import io.freshet.protocol.json.JsonWriter;
import io.freshet.server.project.ConsoleAccounts;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/// The console's account, for whoever may read the data directory. The console itself has no route
/// to this.
public final class AccountOperations {
    /// A new password, shown once.
    public static final String RESET = "password.reset";

    private final ConsoleAccounts accounts;
    private final Runnable endSessions;
    private final Supplier<Instant> now;

    AccountOperations(ConsoleAccounts accounts, Runnable endSessions, Supplier<Instant> now) {
        this.accounts = accounts;
        this.endSessions = endSessions;
        this.now = now;
    }

    List<Operation> all() {
        return List.of(Operation.change(RESET, (request, answer) -> reset(answer)));
    }

    private void reset(JsonWriter answer) {
        String password = accounts.newPassword(ConsoleAccounts.USER, now.get());
        endSessions.run();
        answer.member("user", ConsoleAccounts.USER).member("password", password);
    }
}
