package io.freshet.media.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigTest {
    @Test
    void hasTheDocumentedDefaults() {
        assertThat(ForwardConfig.DEFAULT)
                .isEqualTo(
                        new ForwardConfig(
                                Duration.ofMillis(500),
                                Duration.ofMillis(50),
                                Duration.ofSeconds(1),
                                Duration.ofMillis(10),
                                10,
                                1000,
                                1 << 20,
                                1 << 16,
                                Duration.ofMillis(250),
                                500_000,
                                20_000));
        assertThat(SubscriptionConfig.DEFAULT.hasPlayoutDelay()).isFalse();
    }

    @Test
    void namesTheValueThatIsWrong() {
        assertThatThrownBy(() ->
                        new ForwardConfig(
                                Duration.ZERO,
                                Duration.ofMillis(50),
                                Duration.ofSeconds(1),
                                Duration.ZERO,
                                10,
                                1000,
                                1,
                                1,
                                Duration.ZERO,
                                1,
                                1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("keyframeRequestInterval");
    }

    @ParameterizedTest
    @CsvSource({"-1, 100", "100, -1", "200, 100", "0, 40951", "-5, -5"})
    void refusesAPlayoutDelayThatCannotBeSaid(int minMs, int maxMs) {
        assertThatThrownBy(() -> SubscriptionConfig.steadyDelay(minMs, maxMs))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
