package io.freshet.sdk.play;

import java.util.HashMap;
import java.util.Map;

/// Who is heard and seen how, among the streams being played. Per-stream settings last as long as
/// the stream is played, those for all also count for streams played later.
final class PlaybackSettings {
    static final int DEFAULT_VOLUME = 100;

    private final Map<String, Setting> streams = new HashMap<>();

    /// Set by `muteAllPlayStreamAudio` and `...Video`: while on, per-stream calls have no effect.
    private boolean allAudioMuted;

    private boolean allVideoMuted;

    /// Set by `muteAllPlayAudioStreams` and `...VideoStreams`, and `setAllPlayStreamVolume`: what
    /// streams played later begin with.
    private boolean audioMutedAtFirst;

    private boolean videoMutedAtFirst;
    private int volumeAtFirst = DEFAULT_VOLUME;

    void onPlay(String streamId) {
        streams.put(streamId, new Setting(audioMutedAtFirst, videoMutedAtFirst, volumeAtFirst));
    }

    void onStop(String streamId) {
        streams.remove(streamId);
    }

    void muteAudio(String streamId, boolean mute) {
        streams.computeIfPresent(streamId, (id, s) -> new Setting(mute, s.videoMuted, s.volume));
    }

    void muteVideo(String streamId, boolean mute) {
        streams.computeIfPresent(streamId, (id, s) -> new Setting(s.audioMuted, mute, s.volume));
    }

    void setVolume(String streamId, int volume) {
        streams.computeIfPresent(
                streamId, (id, s) -> new Setting(s.audioMuted, s.videoMuted, volume));
    }

    void overrideAudio(boolean mute) {
        allAudioMuted = mute;
    }

    void overrideVideo(boolean mute) {
        allVideoMuted = mute;
    }

    void muteEveryAudio(boolean mute) {
        audioMutedAtFirst = mute;
        streams.replaceAll((id, s) -> new Setting(mute, s.videoMuted, s.volume));
    }

    void muteEveryVideo(boolean mute) {
        videoMutedAtFirst = mute;
        streams.replaceAll((id, s) -> new Setting(s.audioMuted, mute, s.volume));
    }

    void setEveryVolume(int volume) {
        volumeAtFirst = volume;
        streams.replaceAll((id, s) -> new Setting(s.audioMuted, s.videoMuted, volume));
    }

    boolean audioMuted(String streamId) {
        return allAudioMuted || setting(streamId).audioMuted;
    }

    boolean videoMuted(String streamId) {
        return allVideoMuted || setting(streamId).videoMuted;
    }

    int volume(String streamId) {
        return setting(streamId).volume;
    }

    private Setting setting(String streamId) {
        Setting known = streams.get(streamId);
        return known != null
                ? known
                : new Setting(audioMutedAtFirst, videoMutedAtFirst, volumeAtFirst);
    }

    private record Setting(boolean audioMuted, boolean videoMuted, int volume) {}
}
