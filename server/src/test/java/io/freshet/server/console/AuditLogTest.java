package io.freshet.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshet.server.project.ProjectStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditLogTest {
    private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
    private static final Actor ADMIN = new Actor("admin", "192.0.2.1");

    @TempDir Path directory;

    @SuppressWarnings("NullAway.Init")
    private ProjectStore database;

    @SuppressWarnings("NullAway.Init")
    private AuditLog log;

    @BeforeEach
    void open() throws Exception {
        database = ProjectStore.open(directory, new Random(1));
        log = new AuditLog(database.database());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void tellsTheNewestFirstInPages() {
        for (int i = 1; i <= 5; i++) {
            log.add(ADMIN, "room.close", "7/room-" + i, "", NOW.plusSeconds(i));
        }
        var first = log.entries(Long.MAX_VALUE, 2);
        assertThat(first).extracting(AuditEntry::target).containsExactly("7/room-5", "7/room-4");
        assertThat(first.getFirst())
                .isEqualTo(
                        new AuditEntry(
                                first.getFirst().id(),
                                NOW.plusSeconds(5),
                                "admin",
                                "192.0.2.1",
                                "room.close",
                                "7/room-5",
                                ""));
        assertThat(log.entries(first.getLast().id(), 10))
                .extracting(AuditEntry::target)
                .containsExactly("7/room-3", "7/room-2", "7/room-1");
    }

    @Test
    void forgetsWhatIsOld() {
        log.add(ADMIN, "login", "", "", NOW);
        log.add(ADMIN, "logout", "", "", NOW.plus(Duration.ofDays(1)));
        log.add(ADMIN, "login", "", "", NOW.plus(AuditLog.KEPT).plusMillis(1));
        assertThat(log.entries(Long.MAX_VALUE, 10))
                .extracting(AuditEntry::action)
                .containsExactly("login", "logout");
    }

    @Test
    void keepsABoundedNumber() {
        database.database()
                .useHandle(handle ->
                        handle.execute(
                                "insert into audit_entry (at, account, address, action, target,"
                                        + " detail) select timestamp with time zone"
                                        + " '2026-11-21 01:00:00+00', 'a', '', 'x', '', ''"
                                        + " from system_range(1, ?)",
                                AuditLog.MAX_ENTRIES));
        log.add(ADMIN, "one.more", "", "", NOW);
        assertThat(log.entries(Long.MAX_VALUE, AuditLog.MAX_ENTRIES * 2))
                .hasSize(AuditLog.MAX_ENTRIES)
                .first()
                .extracting(AuditEntry::action)
                .isEqualTo("one.more");
    }

    @Test
    void cutsWhatIsTooLong() {
        String endless = "x".repeat(5000);
        log.add(new Actor(endless, endless), "message.send", endless, endless, NOW);
        var entry = log.entries(Long.MAX_VALUE, 1).getFirst();
        assertThat(entry.user()).hasSize(64);
        assertThat(entry.address()).hasSize(64);
        assertThat(entry.target()).hasSize(512);
        assertThat(entry.detail()).hasSize(1024);
    }
}
