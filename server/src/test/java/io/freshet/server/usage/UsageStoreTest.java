package io.freshet.server.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshet.server.project.ProjectStore;
import io.freshet.server.usage.UsagePiece.Kind;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsageStoreTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-21");

    @TempDir Path directory;

    @SuppressWarnings("NullAway.Init")
    private ProjectStore database;

    @SuppressWarnings("NullAway.Init")
    private UsageStore store;

    @BeforeEach
    void open() throws Exception {
        database = ProjectStore.open(directory, new Random(1));
        store = new UsageStore(database.database());
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static UsagePiece piece(long id, LocalDate day, Tier tier, long seconds) {
        return new UsagePiece(id, day, tier, Kind.PLAY, 7, "r", "u", "s", seconds);
    }

    private List<UsageSum> sums() {
        return store.sums(7, DAY.minusDays(10), DAY.plusDays(10));
    }

    @Test
    void writingAgainReplaces() {
        store.write(List.of(piece(1, DAY, Tier.AUDIO, 10), piece(2, DAY, Tier.AUDIO, 5)));
        store.write(List.of(piece(1, DAY, Tier.AUDIO, 20)));
        store.write(List.of(piece(1, DAY, Tier.AUDIO, 20)));
        store.write(List.of());

        assertThat(sums()).containsExactly(new UsageSum(DAY, Kind.PLAY, Tier.AUDIO, 25));
    }

    @Test
    void sumsByDayKindAndTierOfOneProject() {
        store.write(
                List.of(
                        piece(1, DAY, Tier.AUDIO, 10),
                        piece(1, DAY, Tier.UP_TO_720P, 20),
                        piece(1, DAY.plusDays(1), Tier.UP_TO_720P, 30),
                        new UsagePiece(2, DAY, Tier.AUDIO, Kind.PUBLISH, 7, "r", "u", "s", 40),
                        new UsagePiece(3, DAY, Tier.AUDIO, Kind.PLAY, 8, "r", "u", "s", 50)));

        assertThat(sums())
                .containsExactlyInAnyOrder(
                        new UsageSum(DAY, Kind.PLAY, Tier.AUDIO, 10),
                        new UsageSum(DAY, Kind.PLAY, Tier.UP_TO_720P, 20),
                        new UsageSum(DAY.plusDays(1), Kind.PLAY, Tier.UP_TO_720P, 30),
                        new UsageSum(DAY, Kind.PUBLISH, Tier.AUDIO, 40));
        assertThat(store.sums(7, DAY.plusDays(1), DAY.plusDays(1))).hasSize(1);
    }

    @Test
    void foldingKeepsTheSums() {
        store.write(
                List.of(
                        piece(1, DAY, Tier.AUDIO, 10),
                        piece(2, DAY, Tier.AUDIO, 20),
                        piece(2, DAY.plusDays(1), Tier.AUDIO, 30)));
        List<UsageSum> before = sums();

        assertThat(store.fold(DAY.plusDays(1))).isEqualTo(2);
        assertThat(store.fold(DAY.plusDays(1))).isZero();
        assertThat(sums()).isEqualTo(before);

        store.write(List.of(piece(3, DAY, Tier.AUDIO, 5)));
        store.fold(DAY.plusDays(1));
        assertThat(sums().getFirst().seconds()).isEqualTo(35);
    }
}
