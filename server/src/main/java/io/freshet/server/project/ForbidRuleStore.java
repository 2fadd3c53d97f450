package io.freshet.server.project;

import io.freshet.server.control.forbid.Privilege;
import io.freshet.server.control.forbid.RuleStore;
import io.freshet.server.control.forbid.StreamRule;
import io.freshet.server.control.forbid.Target;
import io.freshet.server.control.forbid.UserRule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/// Rules in the server's database, tables `forbid_user_rule`, `forbid_stream_rule` and
/// `forbidden_stream`. Any thread.
public final class ForbidRuleStore implements RuleStore {
    private final Jdbi database;

    public ForbidRuleStore(Jdbi database) {
        this.database = database;
    }

    @Override
    public void read(Reader reader) {
        database.useHandle(handle -> {
            handle.createQuery("select * from forbid_user_rule")
                    .map((row, context) -> readUserRule(row, reader))
                    .list();
            handle.createQuery("select * from forbid_stream_rule")
                    .map((row, context) -> readStreamRule(row, reader))
                    .list();
            handle.createQuery("select * from forbidden_stream")
                    .map((row, context) -> readForbiddenStream(row, reader))
                    .list();
        });
    }

    private static long readUserRule(ResultSet row, Reader reader) throws SQLException {
        long appId = row.getLong("app_id");
        int number = row.getInt("rule_type");
        Optional<Target.Kind> kind =
                Arrays.stream(Target.Kind.values()).filter(it -> it.number() == number).findFirst();
        if (kind.isEmpty()) {
            throw new SQLException("there is no rule of type " + number);
        }
        Set<Privilege> disabled = EnumSet.noneOf(Privilege.class);
        if (row.getBoolean("login")) {
            disabled.add(Privilege.LOGIN);
        }
        if (row.getBoolean("publish")) {
            disabled.add(Privilege.PUBLISH);
        }
        Target target =
                new Target(
                        kind.get(),
                        row.getString("address"),
                        row.getString("room_id"),
                        row.getString("user_id"));
        reader.onUserRule(appId, new UserRule(target, disabled, row.getLong("expires_at")));
        return appId;
    }

    private static long readStreamRule(ResultSet row, Reader reader) throws SQLException {
        long appId = row.getLong("app_id");
        long createdAtS = row.getLong("created_at");
        reader.onStreamRule(
                appId,
                new StreamRule(
                        row.getString("room_id"),
                        row.getString("stream_id"),
                        row.getBoolean("audio"),
                        row.getBoolean("video"),
                        createdAtS,
                        row.getLong("expires_at") - createdAtS));
        return appId;
    }

    private static long readForbiddenStream(ResultSet row, Reader reader) throws SQLException {
        long appId = row.getLong("app_id");
        reader.onForbiddenStream(appId, row.getString("stream_id"));
        return appId;
    }

    @Override
    public void put(long appId, UserRule rule) {
        Target target = rule.target();
        database.useTransaction(handle ->
                handle.execute(
                        "merge into forbid_user_rule (app_id, rule_type, address, room_id,"
                                + " user_id, login, publish, expires_at)"
                                + " key (app_id, rule_type, address, room_id, user_id)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                        appId,
                        target.kind().number(),
                        target.address(),
                        target.roomId(),
                        target.userId(),
                        rule.disabled().contains(Privilege.LOGIN),
                        rule.disabled().contains(Privilege.PUBLISH),
                        rule.expiresAtS()));
    }

    @Override
    public void delete(long appId, Target target) {
        database.useTransaction(handle ->
                handle.execute(
                        "delete from forbid_user_rule where app_id = ? and rule_type = ?"
                                + " and address = ? and room_id = ? and user_id = ?",
                        appId,
                        target.kind().number(),
                        target.address(),
                        target.roomId(),
                        target.userId()));
    }

    @Override
    public void put(long appId, StreamRule rule) {
        database.useTransaction(handle ->
                handle.execute(
                        "merge into forbid_stream_rule (app_id, room_id, stream_id, audio, video,"
                                + " created_at, expires_at)"
                                + " key (app_id, room_id, stream_id)"
                                + " values (?, ?, ?, ?, ?, ?, ?)",
                        appId,
                        rule.roomId(),
                        rule.streamId(),
                        rule.audio(),
                        rule.video(),
                        rule.createdAtS(),
                        rule.expiresAtS()));
    }

    @Override
    public void deleteStreamRule(long appId, String roomId, String streamId) {
        database.useTransaction(handle ->
                handle.execute(
                        "delete from forbid_stream_rule where app_id = ? and room_id = ?"
                                + " and stream_id = ?",
                        appId,
                        roomId,
                        streamId));
    }

    @Override
    public void forbid(long appId, List<String> streamIds) {
        writeAll(
                "merge into forbidden_stream (app_id, stream_id) key (app_id, stream_id)"
                        + " values (?, ?)",
                appId,
                streamIds);
    }

    @Override
    public void resume(long appId, List<String> streamIds) {
        writeAll(
                "delete from forbidden_stream where app_id = ? and stream_id = ?",
                appId,
                streamIds);
    }

    @Override
    public void deleteExpired(long atS) {
        database.useTransaction(handle -> {
            handle.execute("delete from forbid_user_rule where expires_at <= ?", atS);
            handle.execute("delete from forbid_stream_rule where expires_at <= ?", atS);
        });
    }

    private void writeAll(String statement, long appId, List<String> streamIds) {
        database.useTransaction(handle -> {
            var batch = handle.prepareBatch(statement);
            streamIds.forEach(it -> batch.bind(0, appId).bind(1, it).add());
            batch.execute();
        });
    }
}
