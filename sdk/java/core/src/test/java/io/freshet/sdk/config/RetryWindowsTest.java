package io.freshet.sdk.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryWindowsTest {
    private static final long S = 1_000_000_000L;

    private final List<String> complaints = new ArrayList<>();

    @Test
    void bothDefaultToTwentyMinutes() {
        assertThat(RetryWindows.of(Map.of(), complaints::add))
                .isEqualTo(new RetryWindows(1200 * S, 1200 * S));
        assertThat(complaints).isEmpty();
    }

    @Test
    void eachHasItsOwnKey() {
        assertThat(
                        RetryWindows.of(
                                Map.of("room_retry_time", "30", "av_retry_time", " 60 "),
                                complaints::add))
                .isEqualTo(new RetryWindows(30 * S, 60 * S));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "86401", "soon", "", "1.5", "99999999999999999999"})
    void valuesOutOfRangeAreNamedAndReplaced(String value) {
        assertThat(RetryWindows.of(Map.of("room_retry_time", value), complaints::add).roomNs())
                .isEqualTo(1200 * S);
        assertThat(complaints).singleElement().asString().contains("room_retry_time");
    }
}
