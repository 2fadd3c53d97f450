package io.freshet.server.callback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Settings and outbox in the server's database, tables `callback_target` and `callback_outbox`.
final class CallbackStore implements Outbox {
    private final Jdbi database;

    CallbackStore(Jdbi database) {
        this.database = database;
    }

    /// The targets of all projects; what cannot be understood any more is left out.
    Map<Long, Map<CallbackEvent, CallbackTarget>> targets() {
        Map<Long, Map<CallbackEvent, CallbackTarget>> all = new HashMap<>();
        database.useHandle(handle ->
                handle.createQuery("select app_id, event, url, form from callback_target")
                        .map((row, context) -> readTarget(row, all))
                        .list());
        return all;
    }

    private static long readTarget(ResultSet row, Map<Long, Map<CallbackEvent, CallbackTarget>> all)
            throws SQLException {
        long appId = row.getLong("app_id");
        Optional<CallbackEvent> event = CallbackEvent.of(row.getString("event"));
        try {
            CallbackTarget target = CallbackTarget.of(row.getString("url"), row.getString("form"));
            event.ifPresent(it ->
                    all.computeIfAbsent(appId, _ -> new EnumMap<>(CallbackEvent.class))
                            .put(it, target));
        } catch (CallbackConfigException e) {
            System.getLogger(CallbackStore.class.getName())
                    .log(
                            System.Logger.Level.WARNING,
                            "a callback of project " + appId + " is not used: " + e.getMessage());
        }
        return appId;
    }

    /// Replaces all targets of a project.
    void replaceTargets(long appId, Map<CallbackEvent, CallbackTarget> targets) {
        database.useTransaction(handle -> {
            handle.execute("delete from callback_target where app_id = ?", appId);
            targets.forEach((event, target) ->
                    handle.execute(
                            "insert into callback_target (app_id, event, url, form)"
                                    + " values (?, ?, ?, ?)",
                            appId,
                            event.wireName(),
                            target.url().toString(),
                            target.form().name()));
        });
    }

    @Override
    public void write(List<Entry> added, List<Outcome> outcomes) {
        database.useTransaction(transaction -> {
            insert(transaction, added);
            settle(transaction, outcomes);
        });
    }

    private static void insert(Handle handle, List<Entry> added) {
        if (added.isEmpty()) {
            return;
        }
        var batch =
                handle.prepareBatch(
                        "insert into callback_outbox (id, app_id, room_id, event, attempts, body)"
                                + " values (?, ?, ?, ?, ?, ?)");
        for (Entry entry : added) {
            batch.bind(0, entry.id())
                    .bind(1, entry.appId())
                    .bind(2, entry.roomId())
                    .bind(3, entry.event().wireName())
                    .bind(4, entry.attempts())
                    .bind(5, entry.json())
                    .add();
        }
        batch.execute();
    }

    private static void settle(Handle handle, List<Outcome> outcomes) {
        var delete = handle.prepareBatch("delete from callback_outbox where id = ?");
        var update = handle.prepareBatch("update callback_outbox set attempts = ? where id = ?");
        for (Outcome outcome : outcomes) {
            if (outcome.settled()) {
                delete.bind(0, outcome.id()).add();
            } else {
                update.bind(0, outcome.attempts()).bind(1, outcome.id()).add();
            }
        }
        if (delete.size() > 0) {
            delete.execute();
        }
        if (update.size() > 0) {
            update.execute();
        }
    }

    @Override
    public List<Entry> load() {
        return database.withHandle(handle ->
                handle
                        .createQuery(
                                "select id, app_id, room_id, event, attempts"
                                        + " from callback_outbox order by id")
                        .map((row, context) -> readEntry(row))
                        .list()
                        .stream()
                        .flatMap(Optional::stream)
                        .toList());
    }

    private static Optional<Entry> readEntry(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        long appId = row.getLong("app_id");
        String roomId = row.getString("room_id");
        int attempts = row.getInt("attempts");
        return CallbackEvent.of(row.getString("event"))
                .map(event -> new Entry(id, appId, roomId, event, attempts, ""));
    }

    @Override
    public Optional<String> json(long id) {
        return database.withHandle(handle ->
                handle.createQuery("select body from callback_outbox where id = ?")
                        .bind(0, id)
                        .mapTo(String.class)
                        .findOne());
    }
}
