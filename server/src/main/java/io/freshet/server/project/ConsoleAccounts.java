package io.freshet.server.project;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Who may use the console, in the table `console_account`; passwords only as [PasswordHash]. Any
/// thread.
public final class ConsoleAccounts {
    /// The one account there is.
    public static final String USER = "admin";

    private final Jdbi jdbi;
    private final SecretSource secrets;

    /// What an unknown user's password is compared with, so that the answer takes as long. No
    /// password is known to have this hash.
    private final PasswordHash nobody;

    ConsoleAccounts(Jdbi jdbi, SecretSource secrets) {
        this.jdbi = jdbi;
        this.secrets = secrets;
        this.nobody =
                new PasswordHash("0".repeat(32), PasswordHash.DEFAULT_ITERATIONS, "0".repeat(64));
    }

    /// Takes as long for an unknown user as for a wrong password.
    public boolean isPassword(String user, String password) {
        Optional<PasswordHash> stored = find(user);
        return stored.orElse(nobody).matches(password) && stored.isPresent();
    }

    /// Gives the account this password, and makes the account if there is none.
    public void setPassword(String user, String password, Instant now) {
        PasswordHash hash = hash(password);
        jdbi.useTransaction(handle -> {
            handle.createUpdate("delete from console_account where name = :name")
                    .bind("name", user)
                    .execute();
            insert(handle, user, hash, now);
        });
    }

    /// A new password of 99 random bits, which exists in readable form only in this answer.
    public String newPassword(String user, Instant now) {
        String password = secrets.password();
        setPassword(user, password, now);
        return password;
    }

    /// As above, within a transaction that does more.
    String newPassword(Handle transaction, String user, Instant now) {
        String password = secrets.password();
        insert(transaction, user, hash(password), now);
        return password;
    }

    private PasswordHash hash(String password) {
        return PasswordHash.of(password, secrets.salt(), PasswordHash.DEFAULT_ITERATIONS);
    }

    private Optional<PasswordHash> find(String user) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "select salt, iterations, hash from console_account"
                                        + " where name = :name")
                        .bind("name", user)
                        .map((row, context) ->
                                new PasswordHash(
                                        row.getString("salt"),
                                        row.getInt("iterations"),
                                        row.getString("hash")))
                        .findOne());
    }

    private static void insert(Handle handle, String user, PasswordHash hash, Instant now) {
        handle.createUpdate(
                        "insert into console_account (name, salt, iterations, hash, created_at)"
                                + " values (:name, :salt, :iterations, :hash, :at)")
                .bind("name", user)
                .bind("salt", hash.salt())
                .bind("iterations", hash.iterations())
                .bind("hash", hash.hash())
                .bind("at", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .execute();
    }
}
