package io.freshet.sdk.desktop;

import org.jspecify.annotations.Nullable;

/// A stream the app plays: its settings, its canvas and, while connected, its playback. Media
/// thread only.
final class PlayedStream {
    private final PlaybackSettings settings = new PlaybackSettings();
    private final CanvasView view;
    private @Nullable Playback playback;

    PlayedStream(CanvasView view) {
        this.view = view;
    }

    PlaybackSettings settings() {
        return settings;
    }

    CanvasView view() {
        return view;
    }

    void play(Playback playback) {
        this.playback = playback;
    }

    /// Whether this is the playback of the moment; a reconnect replaces it before it ends.
    boolean isPlayedBy(Playback candidate) {
        return playback == candidate;
    }

    void applyAudio() {
        if (playback != null) {
            playback.applyAudio();
        }
    }
}
