package io.freshet.sdk.play;

import im.zego.zegoexpress.entity.ZegoCanvas;
import io.freshet.protocol.message.ClientMessage;
import io.freshet.protocol.message.ResourceMode;
import io.freshet.sdk.media.LiveStream;
import io.freshet.sdk.media.MediaPath;
import io.freshet.sdk.media.Rates;
import io.freshet.sdk.port.MediaSession;
import io.freshet.sdk.port.MediaStats;
import org.jspecify.annotations.Nullable;

/// One stream being played, from `startPlayingStream` to its end.
final class Playback implements LiveStream.Side {
    private final Playbacks playbacks;
    private final ResourceMode resourceMode;
    private final LiveStream stream;
    private final Rates rates = new Rates();
    private @Nullable ZegoCanvas canvas;

    Playback(
            Playbacks playbacks,
            String roomId,
            String streamId,
            ResourceMode resourceMode,
            @Nullable ZegoCanvas canvas) {
        this.playbacks = playbacks;
        this.resourceMode = resourceMode;
        this.canvas = canvas;
        stream = playbacks.prepare(roomId, streamId, this);
    }

    LiveStream stream() {
        return stream;
    }

    void setCanvas(@Nullable ZegoCanvas newCanvas) {
        canvas = newCanvas;
        playbacks.engine().updatePlayingCanvas(stream.streamId(), newCanvas);
    }

    @Override
    public MediaSession open(MediaSession.Listener listener) {
        rates.onNewSession();
        String streamId = stream.streamId();
        MediaSession session = playbacks.engine().play(streamId, canvas, listener);
        playbacks.applySettings(streamId);
        return session;
    }

    @Override
    public ClientMessage request(long id, String offer) {
        return new ClientMessage.Play(id, stream.streamId(), resourceMode, offer);
    }

    @Override
    public void onPhase(LiveStream.Phase phase, int code, String message) {
        playbacks.onPhase(stream.streamId(), phase, code, message);
    }

    @Override
    public void onStats(MediaStats stats) {
        playbacks.onStats(stream.streamId(), rates.played(stats));
    }

    @Override
    public void onMedia(MediaPath.MediaEvent event) {
        playbacks.listener().onPlayMedia(stream.streamId(), event);
    }
}
