package io.freshet.media.dtls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DtlsConfigTest {
    @Test
    void defaultsAreThoseOfTheDocumentation() {
        assertThat(DtlsConfig.DEFAULT)
                .isEqualTo(
                        new DtlsConfig(Duration.ofSeconds(10), Duration.ofMillis(100), 1200, 32));
        assertThat(SrtpConfig.DEFAULT).isEqualTo(new SrtpConfig(16, 1024, 512));
    }

    @ParameterizedTest
    @CsvSource({
        "99, 100, 1200, 32", "300001, 100, 1200, 32", "10000, 9, 1200, 32",
                "10000, 60001, 1200, 32",
        "10000, 100, 255, 32", "10000, 100, 1401, 32", "10000, 100, 1200, 3",
                "10000, 100, 1200, 257"
    })
    void valuesOutsideTheirRangeAreRefused(long timeout, long resend, int bytes, int queued) {
        Duration handshakeTimeout = Duration.ofMillis(timeout);
        Duration resendAfter = Duration.ofMillis(resend);
        assertThatThrownBy(() -> new DtlsConfig(handshakeTimeout, resendAfter, bytes, queued))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be between");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 128, 64",
        "257, 128, 64",
        "1, 64, 64",
        "1, 129, 64",
        "1, 32832, 64",
        "1, 128, 32",
        "1, 128, 96",
        "1, 128, 65536"
    })
    void srtpValuesOutsideTheirRangeAreRefused(int ssrcs, int replay, int resend) {
        assertThatThrownBy(() -> new SrtpConfig(ssrcs, replay, resend))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
