package io.freshet.sdk.desktop;

/// What the app wants of one played stream. Changed by the media thread; the video mute is also
/// read by the decoder thread.
final class PlaybackSettings {
    private static final int VOLUME_AS_IT_CAME = 100;

    private boolean speakerMuted;
    private boolean audioMuted;
    private int volume = VOLUME_AS_IT_CAME;
    private volatile boolean videoMuted;

    void muteSpeaker(boolean mute) {
        speakerMuted = mute;
    }

    void muteAudio(boolean mute) {
        audioMuted = mute;
    }

    void setVolume(int volume) {
        this.volume = volume;
    }

    void muteVideo(boolean mute) {
        videoMuted = mute;
    }

    boolean isAudible() {
        return !speakerMuted && !audioMuted && volume > 0;
    }

    boolean isVideoMuted() {
        return videoMuted;
    }
}
