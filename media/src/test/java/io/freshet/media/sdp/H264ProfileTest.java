package io.freshet.media.sdp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class H264ProfileTest {
    @ParameterizedTest
    @CsvSource({
        "42e01f, CONSTRAINED_BASELINE",
        "42C02A, CONSTRAINED_BASELINE",
        "42c01f, CONSTRAINED_BASELINE",
        "42001f, BASELINE",
        "4d001f, MAIN",
        "4d801f, CONSTRAINED_BASELINE",
        "58c01f, CONSTRAINED_BASELINE",
        "58801f, BASELINE",
        "640c1f, CONSTRAINED_HIGH",
        "64001f, HIGH",
        "f4001f, HIGH_444"
    })
    void profilesAreTold(String profileLevelId, H264Profile profile) {
        assertThat(H264Profile.of(profileLevelId)).contains(profile);
    }

    @Test
    void aMissingOneIsTheCommonOne() {
        assertThat(H264Profile.of("")).contains(H264Profile.CONSTRAINED_BASELINE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"42e0", "42e01f00", "nohexx", "00001f", "58001f", "-12345"})
    void othersAreUnknown(String profileLevelId) {
        assertThat(H264Profile.of(profileLevelId)).isEmpty();
    }

    @Test
    void everyDecoderPlaysConstrainedBaselineAndItsOwnProfile() {
        for (H264Profile decoder : H264Profile.values()) {
            assertThat(decoder.decodes(H264Profile.CONSTRAINED_BASELINE)).isTrue();
            assertThat(decoder.decodes(decoder)).isTrue();
        }
    }

    @Test
    void noDecoderPlaysWhatIsAboveIt() {
        assertThat(H264Profile.CONSTRAINED_BASELINE.decodes(H264Profile.MAIN)).isFalse();
        assertThat(H264Profile.MAIN.decodes(H264Profile.HIGH)).isFalse();
        assertThat(H264Profile.CONSTRAINED_HIGH.decodes(H264Profile.MAIN)).isFalse();
        assertThat(H264Profile.CONSTRAINED_HIGH.decodes(H264Profile.HIGH)).isFalse();
        assertThat(H264Profile.HIGH.decodes(H264Profile.CONSTRAINED_HIGH)).isTrue();
        assertThat(H264Profile.HIGH.decodes(H264Profile.HIGH_444)).isFalse();
    }
}
