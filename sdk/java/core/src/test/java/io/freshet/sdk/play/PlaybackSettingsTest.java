package io.freshet.sdk.play;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlaybackSettingsTest {
    private final PlaybackSettings settings = new PlaybackSettings();

    @Test
    void aStreamIsHeardAndSeenAtNormalVolume() {
        settings.onPlay("s");
        assertThat(settings.audioMuted("s")).isFalse();
        assertThat(settings.videoMuted("s")).isFalse();
        assertThat(settings.volume("s")).isEqualTo(100);
    }

    @Test
    void settingsEndWithTheStream() {
        settings.onPlay("s");
        settings.muteAudio("s", true);
        settings.muteVideo("s", true);
        settings.setVolume("s", 7);
        settings.onStop("s");
        settings.onPlay("s");
        assertThat(settings.audioMuted("s")).isFalse();
        assertThat(settings.videoMuted("s")).isFalse();
        assertThat(settings.volume("s")).isEqualTo(100);
    }

    @Test
    void theOverrideOutranksSingleStreamsAndLeavesTheirSettings() {
        settings.onPlay("a");
        settings.onPlay("b");
        settings.muteAudio("b", true);
        settings.overrideAudio(true);
        settings.muteAudio("a", false);
        assertThat(settings.audioMuted("a")).isTrue();
        settings.overrideAudio(false);
        assertThat(settings.audioMuted("a")).isFalse();
        assertThat(settings.audioMuted("b")).isTrue();
    }

    @Test
    void theVideoOverrideIsItsOwn() {
        settings.onPlay("a");
        settings.overrideVideo(true);
        assertThat(settings.videoMuted("a")).isTrue();
        assertThat(settings.audioMuted("a")).isFalse();
    }

    @Test
    void theLaterOfAllAndOneCounts() {
        settings.onPlay("a");
        settings.onPlay("b");
        settings.muteEveryAudio(true);
        settings.muteEveryVideo(true);
        settings.muteAudio("a", false);
        settings.muteVideo("b", false);
        assertThat(settings.audioMuted("a")).isFalse();
        assertThat(settings.audioMuted("b")).isTrue();
        assertThat(settings.videoMuted("a")).isTrue();
        assertThat(settings.videoMuted("b")).isFalse();
        settings.muteEveryAudio(false);
        assertThat(settings.audioMuted("b")).isFalse();
    }

    @Test
    void whatIsSetForAllHoldsForLaterStreams() {
        settings.muteEveryAudio(true);
        settings.setEveryVolume(30);
        settings.onPlay("later");
        assertThat(settings.audioMuted("later")).isTrue();
        assertThat(settings.volume("later")).isEqualTo(30);
        settings.setVolume("later", 60);
        assertThat(settings.volume("later")).isEqualTo(60);
    }

    @Test
    void streamsThatAreNotPlayedGetNoSettings() {
        settings.muteAudio("s", true);
        settings.setVolume("s", 1);
        settings.onPlay("s");
        assertThat(settings.audioMuted("s")).isFalse();
        assertThat(settings.volume("s")).isEqualTo(100);
    }
}
