package io.freshet.server.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshet.server.project.ProjectStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the outbox leaves in the file when much has gone through it.
final class OutboxGrowthTest {
    private static final int ROUNDS = 300;
    private static final int PER_ROUND = 10;
    private static final int BODY_CHARACTERS = 1_000;
    private static final long MEGABYTE = 1 << 20;

    @TempDir Path directory;

    @Test
    void whatWasDeliveredTakesNoSpaceAfterClosing() throws Exception {
        Path file = directory.resolve("freshet.mv.db");
        try (var store = ProjectStore.open(directory, new Random(1))) {
            var outbox = new CallbackStore(store.database());
            List<Outbox.Outcome> delivered = List.of();
            for (int round = 0; round < ROUNDS; round++) {
                List<Outbox.Entry> added = entries(round);
                outbox.write(added, delivered);
                delivered = added.stream().map(it -> new Outbox.Outcome(it.id(), true, 1)).toList();
            }
            outbox.write(List.of(), delivered);
            assertThat(outbox.load()).isEmpty();
        }

        assertThat(Files.size(file)).isLessThan(4 * MEGABYTE);
    }

    private static List<Outbox.Entry> entries(int round) {
        Random random = new Random(round);
        List<Outbox.Entry> entries = new ArrayList<>();
        for (int i = 0; i < PER_ROUND; i++) {
            StringBuilder body = new StringBuilder();
            while (body.length() < BODY_CHARACTERS) {
                body.append(Long.toHexString(random.nextLong()));
            }
            entries.add(
                    new Outbox.Entry(
                            1L + (long) round * PER_ROUND + i,
                            1,
                            "room",
                            CallbackEvent.ROOM_LOGIN,
                            0,
                            body.toString()));
        }
        return entries;
    }
}
