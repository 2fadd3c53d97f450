package io.freshet.media.receive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NackGeneratorTest {
    private static final long MS = 1_000_000L;
    private static final int ATTEMPTS = 3;

    private final List<Integer> asked = new ArrayList<>();
    private int givenUp;
    private int rounds;
    private final NackGenerator generator = generator(ATTEMPTS, 100);

    /// One packet that arrives, and what must have been asked for by then (numbers in the order of
    /// asking, counted from the first packet's).
    private record Step(long seqNo, long atMs, List<Integer> askedSoFar) {}

    private NackGenerator generator(int attempts, int missing) {
        return new NackGenerator(
                10 * MS,
                attempts,
                missing,
                new NackGenerator.Output() {
                    @Override
                    public void onLost(int packetId, int bitmask) {
                        asked.add(packetId);
                        for (int bit = 0; bit < 16; bit++) {
                            if ((bitmask & (1 << bit)) != 0) {
                                asked.add((packetId + bit + 1) & 0xFFFF);
                            }
                        }
                    }

                    @Override
                    public void onLostEnd() {
                        rounds++;
                    }

                    @Override
                    public void onGivenUp(long nowNs) {
                        givenUp++;
                    }
                });
    }

    private void replay(long first, List<Step> steps) {
        for (Step step : steps) {
            long nowNs = step.atMs * MS;
            generator.onTimeout(nowNs);
            generator.onPacket(first + step.seqNo, false, nowNs);
            generator.onTimeout(nowNs);
            assertThat(asked)
                    .as("after %s", step)
                    .containsExactlyElementsOf(
                            step.askedSoFar.stream()
                                    .map(offset -> (int) (first + offset) & 0xFFFF)
                                    .toList());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {65536, 65537, 65536 + 32767, 65536 + 32768, 65536 + 65534, 65536 + 65535})
    void asksAfterThreeNewerPackets(long first) {
        replay(
                first,
                List.of(
                        new Step(0, 0, List.of()),
                        new Step(2, 1, List.of()),
                        new Step(3, 2, List.of()),
                        new Step(4, 3, List.of(1))));
    }

    @ParameterizedTest
    @ValueSource(longs = {65536, 65536 + 65534, 65536 + 65535})
    void asksAfterTheReorderingTolerance(long first) {
        replay(
                first,
                List.of(
                        new Step(0, 0, List.of()),
                        new Step(3, 1, List.of()),
                        new Step(4, 12, List.of(1, 2))));
        assertThat(rounds).isEqualTo(1);
    }

    @Test
    void doesNotAskForWhatIsMerelyLate() {
        replay(
                70_000,
                List.of(
                        new Step(0, 0, List.of()),
                        new Step(2, 1, List.of()),
                        new Step(1, 2, List.of()),
                        new Step(4, 3, List.of()),
                        new Step(5, 4, List.of()),
                        new Step(3, 5, List.of()),
                        new Step(6, 50, List.of()),
                        new Step(7, 90, List.of())));
        assertThat(generator.missing()).isZero();
        assertThat(generator.nextTimeoutNs()).isEqualTo(NackGenerator.NEVER);
    }

    @Test
    void spreadsALongLossOverSeveralEntries() {
        replay(70_000, List.of(new Step(0, 0, List.of())));
        generator.onPacket(70_040, false, 1 * MS);
        generator.onTimeout(12 * MS);
        assertThat(asked).hasSize(39).doesNotHaveDuplicates();
    }

    @Test
    void asksOnceMoreAfterOneRtt() {
        generator.onRttUpdated(40 * MS);
        generator.onPacket(70_000, false, 0);
        generator.onPacket(70_002, false, 0);
        generator.onTimeout(10 * MS);
        assertThat(asked).hasSize(1);
        assertThat(generator.nextTimeoutNs()).isEqualTo(60 * MS);
        generator.onTimeout(59 * MS);
        assertThat(asked).hasSize(1);
        generator.onTimeout(60 * MS);
        assertThat(asked).hasSize(2);
    }

    @Test
    void givesUpAfterTheLastAttempt() {
        generator.onPacket(70_000, false, 0);
        generator.onPacket(70_002, false, 0);
        for (int ms = 0; ms < 5000; ms += 5) {
            generator.onTimeout(ms * MS);
        }
        assertThat(asked).hasSize(ATTEMPTS);
        assertThat(givenUp).isEqualTo(1);
        assertThat(generator.missing()).isZero();
        assertThat(generator.nextTimeoutNs()).isEqualTo(NackGenerator.NEVER);
    }

    @Test
    void needsNoKeyframeForWhatAKeyframeHasReplaced() {
        generator.onPacket(70_000, false, 0);
        generator.onPacket(70_002, false, 0);
        generator.onKeyframe(70_003);
        for (int ms = 0; ms < 5000; ms += 5) {
            generator.onTimeout(ms * MS);
        }
        assertThat(givenUp).isZero();
    }

    @Test
    void givesUpAtOnceWhereNacksWereNotNegotiated() {
        NackGenerator mute = generator(0, 100);
        mute.onPacket(70_000, false, 0);
        mute.onPacket(70_002, false, 0);
        mute.onTimeout(10 * MS);
        assertThat(asked).isEmpty();
        assertThat(givenUp).isEqualTo(1);
    }

    @Test
    void keepsAtMostTheConfiguredNumber() {
        generator.onPacket(70_000, false, 0);
        for (long seqNo = 70_002; seqNo < 71_000; seqNo += 2) {
            generator.onPacket(seqNo, false, 0);
            assertThat(generator.missing()).isLessThanOrEqualTo(100);
        }
        assertThat(givenUp).isPositive();
    }

    @Test
    void forgetsEverythingWhenMoreIsMissingThanItKeeps() {
        generator.onPacket(70_000, false, 0);
        generator.onPacket(70_200, false, 0);
        assertThat(generator.missing()).isZero();
        assertThat(givenUp).isEqualTo(1);
        assertThat(generator.lost()).isEqualTo(199);
    }

    @Test
    void learnsTheRoundTripFromAnswersToFirstRequests() {
        for (int i = 0; i < 60; i++) {
            long atNs = i * (1000 * MS);
            long seqNo = 70_000 + i * 10L;
            generator.onPacket(seqNo, false, atNs);
            for (int k = 2; k < 10; k++) {
                generator.onPacket(seqNo + k, false, atNs);
            }
            generator.onTimeout(atNs);
            generator.onPacket(seqNo + 1, true, atNs + 30 * MS);
        }
        assertThat(generator.rttNs()).isBetween(30 * MS, 31 * MS);
        assertThat(generator.recovered()).isEqualTo(60);
    }
}
