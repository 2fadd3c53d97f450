package io.freshet.media.ice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IceConfigTest {
    @Test
    void defaultsAreThoseOfTheDocumentation() {
        assertThat(IceConfig.DEFAULT)
                .isEqualTo(new IceConfig(Duration.ofSeconds(5), Duration.ofSeconds(30), 8));
    }

    @ParameterizedTest
    @CsvSource({"0, 30, 8", "-1, 30, 8", "31, 30, 8", "5, 3601, 8", "5, 30, 1", "5, 30, 65"})
    void valuesOutsideTheirRangeAreRefused(long interrupted, long consent, int addresses) {
        Duration interruptedAfter = Duration.ofSeconds(interrupted);
        Duration consentTimeout = Duration.ofSeconds(consent);
        assertThatThrownBy(() -> new IceConfig(interruptedAfter, consentTimeout, addresses))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
