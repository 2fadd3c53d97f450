package io.freshet.server.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a process that is killed leaves behind: its file, as it is after a commit. A copy of it is
/// opened by another store.
final class DurabilityTest {
    private static final int COMMITS = 60;
    private static final int COMMITS_PER_KILL = 5;
    private static final String FILE = "freshet.mv.db";

    @TempDir Path directory;

    @Test
    void aKillAfterACommitLosesNothing() throws StoreException, IOException {
        Path live = directory.resolve("live");
        try (var store = ProjectStore.open(live, new Random(1))) {
            assertThat(store.createDemoIfEmpty(Instant.EPOCH)).isPresent();
            for (int commit = 1; commit <= COMMITS; commit++) {
                store.create("project " + commit, Instant.EPOCH);
                if (commit % COMMITS_PER_KILL == 0) {
                    assertThat(afterKill(live, commit)).isEqualTo(store.all());
                }
            }
        }
    }

    private List<ProjectRecord> afterKill(Path live, int commit)
            throws StoreException, IOException {
        Path left = Files.createDirectory(directory.resolve("left" + commit));
        Files.copy(live.resolve(FILE), left.resolve(FILE));
        try (var store = ProjectStore.open(left, new Random(2))) {
            return store.all();
        }
    }
}
