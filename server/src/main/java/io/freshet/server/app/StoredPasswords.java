package io.freshet.server.app;

import io.freshet.server.console.Passwords;
import io.freshet.server.project.ConsoleAccounts;
import java.time.Instant;

/// The console's passwords in the server's database.
record StoredPasswords(ConsoleAccounts accounts) implements Passwords {
    @Override
    public boolean isRight(String user, String password) {
        return accounts.isPassword(user, password);
    }

    @Override
    public void set(String user, String password) {
        accounts.setPassword(user, password, Instant.now());
    }
}
