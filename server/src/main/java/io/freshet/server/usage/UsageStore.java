package io.freshet.server.usage;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Usage in the server's database: pieces (`usage_piece`) while they are young, then sums of them
/// (`usage_sum`). Any thread.
public final class UsageStore {
    private final Jdbi database;

    public UsageStore(Jdbi database) {
        this.database = database;
    }

    /// Writes pieces, over earlier ones of the same key, in one transaction that is on disk when
    /// this returns.
    void write(List<UsagePiece> pieces) {
        if (pieces.isEmpty()) {
            return;
        }
        database.useTransaction(transaction -> merge(transaction, pieces));
    }

    private static void merge(Handle handle, List<UsagePiece> pieces) {
        var batch =
                handle.prepareBatch(
                        "merge into usage_piece (activity_id, usage_day, tier, kind, app_id,"
                                + " room_id, user_id, stream_id, seconds)"
                                + " key (activity_id, usage_day, tier)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)");
        for (UsagePiece piece : pieces) {
            batch.bind(0, piece.activityId())
                    .bind(1, piece.day())
                    .bind(2, piece.tier().wireName())
                    .bind(3, wireName(piece.kind()))
                    .bind(4, piece.appId())
                    .bind(5, piece.roomId())
                    .bind(6, piece.userId())
                    .bind(7, piece.streamId())
                    .bind(8, piece.seconds())
                    .add();
        }
        batch.execute();
    }

    /// Puts the pieces of all days before this one into sums, in one transaction.
    ///
    /// @return how many
    int fold(LocalDate before) {
        return database.inTransaction(handle -> {
            handle.createUpdate(
                            "merge into usage_sum as s using (select app_id, usage_day, kind, tier,"
                                    + " sum(seconds) as seconds from usage_piece"
                                    + " where usage_day < :before"
                                    + " group by app_id, usage_day, kind, tier) as p"
                                    + " on s.app_id = p.app_id and s.usage_day = p.usage_day"
                                    + " and s.kind = p.kind and s.tier = p.tier"
                                    + " when matched then update set s.seconds = s.seconds + p.seconds"
                                    + " when not matched then insert"
                                    + " (app_id, usage_day, kind, tier, seconds)"
                                    + " values (p.app_id, p.usage_day, p.kind, p.tier, p.seconds)")
                    .bind("before", before)
                    .execute();
            return handle.createUpdate("delete from usage_piece where usage_day < :before")
                    .bind("before", before)
                    .execute();
        });
    }

    /// Sums of a project, by day, kind and tier; both days included.
    public List<UsageSum> sums(long appId, LocalDate from, LocalDate to) {
        return database.withHandle(handle ->
                handle.createQuery(
                                "select usage_day, kind, tier, sum(seconds) as seconds from ("
                                        + " select app_id, usage_day, kind, tier, seconds"
                                        + " from usage_piece union all"
                                        + " select app_id, usage_day, kind, tier, seconds"
                                        + " from usage_sum) as u"
                                        + " where app_id = :appId"
                                        + " and usage_day between :from and :to"
                                        + " group by usage_day, kind, tier"
                                        + " order by usage_day, kind, tier")
                        .bind("appId", appId)
                        .bind("from", from)
                        .bind("to", to)
                        .map((row, context) ->
                                new UsageSum(
                                        row.getObject("usage_day", LocalDate.class),
                                        UsagePiece.Kind.valueOf(
                                                row.getString("kind").toUpperCase(Locale.ROOT)),
                                        Tier.ofWireName(row.getString("tier")),
                                        row.getLong("seconds")))
                        .list());
    }

    static String wireName(UsagePiece.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
