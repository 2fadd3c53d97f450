package io.freshet.server.console;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Who changed what, in the table `audit_entry`. Any thread.
///
/// Keeps at most [#MAX_ENTRIES], none older than [#KEPT].
public final class AuditLog {
    static final int MAX_ENTRIES = 20_000;
    static final Duration KEPT = Duration.ofDays(400);

    private static final int MAX_USER_CHARACTERS = 64;
    private static final int MAX_ADDRESS_CHARACTERS = 64;
    private static final int MAX_TARGET_CHARACTERS = 512;
    private static final int MAX_DETAIL_CHARACTERS = 1024;

    private final Jdbi database;

    public AuditLog(Jdbi database) {
        this.database = database;
    }

    /// Writes an entry down. Texts that are too long are cut.
    public void add(Actor actor, String action, String target, String detail, Instant now) {
        database.useTransaction(handle -> {
            handle.createUpdate(
                            "insert into audit_entry (at, account, address, action, target, detail)"
                                    + " values (:at, :account, :address, :action, :target, :detail)")
                    .bind("at", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                    .bind("account", cut(actor.user(), MAX_USER_CHARACTERS))
                    .bind("address", cut(actor.address(), MAX_ADDRESS_CHARACTERS))
                    .bind("action", action)
                    .bind("target", cut(target, MAX_TARGET_CHARACTERS))
                    .bind("detail", cut(detail, MAX_DETAIL_CHARACTERS))
                    .execute();
            forget(handle, now);
        });
    }

    /// Up to `limit` entries, the newest first.
    ///
    /// @param before only entries with smaller ids; `Long.MAX_VALUE` for the newest
    public List<AuditEntry> entries(long before, int limit) {
        return database.withHandle(handle ->
                handle.createQuery(
                                "select * from audit_entry where id < :before"
                                        + " order by id desc limit :limit")
                        .bind("before", before)
                        .bind("limit", limit)
                        .map((row, context) ->
                                new AuditEntry(
                                        row.getLong("id"),
                                        row.getObject("at", OffsetDateTime.class).toInstant(),
                                        row.getString("account"),
                                        row.getString("address"),
                                        row.getString("action"),
                                        row.getString("target"),
                                        row.getString("detail")))
                        .list());
    }

    private static void forget(Handle handle, Instant now) {
        handle.createUpdate(
                        "delete from audit_entry where at < :oldest"
                                + " or id <= (select max(id) from audit_entry) - :most")
                .bind("oldest", OffsetDateTime.ofInstant(now.minus(KEPT), ZoneOffset.UTC))
                .bind("most", MAX_ENTRIES)
                .execute();
    }

    private static String cut(String text, int characters) {
        return text.length() <= characters ? text : text.substring(0, characters);
    }
}
