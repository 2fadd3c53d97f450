package io.freshet.sdk.play;

import im.zego.zegoexpress.constants.ZegoPlayerState;
import im.zego.zegoexpress.entity.ZegoCanvas;
import io.freshet.protocol.ErrorCode;
import io.freshet.protocol.message.ClientMessage;
import io.freshet.protocol.message.ResourceMode;
import io.freshet.sdk.media.MediaPath;
import io.freshet.sdk.media.Rates;
import io.freshet.sdk.media.ToldMedia;
import io.freshet.sdk.port.MediaSession;
import io.freshet.sdk.port.MediaStats;
import io.freshet.sdk.signal.Signalling;
import org.jspecify.annotations.Nullable;

/// One stream being played, from `startPlayingStream` to its end.
final class Playback implements MediaPath.Owner {
    private final Playbacks playbacks;
    private final String roomId;
    private final String streamId;
    private final ResourceMode resourceMode;
    private final MediaPath path;
    private final Rates rates = new Rates();
    private final ToldMedia told = new ToldMedia();
    private @Nullable ZegoCanvas canvas;

    Playback(
            Playbacks playbacks,
            String roomId,
            String streamId,
            ResourceMode resourceMode,
            @Nullable ZegoCanvas canvas) {
        this.playbacks = playbacks;
        this.roomId = roomId;
        this.streamId = streamId;
        this.resourceMode = resourceMode;
        this.canvas = canvas;
        path = playbacks.newPath(this);
    }

    String roomId() {
        return roomId;
    }

    String streamId() {
        return streamId;
    }

    MediaPath path() {
        return path;
    }

    void setCanvas(@Nullable ZegoCanvas newCanvas) {
        canvas = newCanvas;
        playbacks.engine().updatePlayingCanvas(streamId, newCanvas);
    }

    void start() {
        playbacks.tellState(this, ZegoPlayerState.PLAY_REQUESTING, 0, "");
        path.start();
    }

    @Override
    public MediaSession open(MediaSession.Listener sessionListener) {
        rates.onNewSession();
        MediaSession session = playbacks.engine().play(streamId, canvas, sessionListener);
        playbacks.applySettings(streamId);
        return session;
    }

    @Override
    public boolean maySend() {
        return playbacks.maySend(roomId);
    }

    @Override
    public ClientMessage request(long id, String offer) {
        return new ClientMessage.Play(id, streamId, resourceMode, offer);
    }

    @Override
    public MediaPath.Verdict onRefused(int code, String message) {
        if (code == ErrorCode.PLAYER_PLAY_STREAM_NOT_EXIST.code()) {
            return MediaPath.Verdict.WAIT;
        }
        if (code == ErrorCode.COMMON_NOT_LOGIN_ROOM.code()) {
            return MediaPath.Verdict.WAIT_FOR_LOGIN;
        }
        boolean mayPass =
                Signalling.isTooFrequent(code)
                        || code == ErrorCode.PLAYER_INNER_ERROR.code()
                        || code == ErrorCode.PLAYER_ERROR_NETWORK_INTERRUPT.code();
        return mayPass ? MediaPath.Verdict.RETRY : MediaPath.Verdict.END;
    }

    @Override
    public void onConnected() {
        playbacks.tellState(this, ZegoPlayerState.PLAYING, 0, "");
    }

    @Override
    public void onInterrupted(String reason) {
        playbacks.tellState(
                this,
                ZegoPlayerState.PLAY_REQUESTING,
                ErrorCode.PLAYER_ERROR_NETWORK_INTERRUPT.code(),
                reason);
    }

    @Override
    public void onOver(int code, String message) {
        boolean wishStands = code == 0 || code == ErrorCode.PLAYER_ERROR_SERVER_FORBID.code();
        if (wishStands && path.asked()) {
            playbacks.oweStop(this);
        }
        if (code == 0) {
            ErrorCode failed = ErrorCode.PLAYER_PLAY_STREAM_FAILED;
            playbacks.onOver(
                    this, failed.code(), "the retry time is used up: " + failed.sentence());
        } else {
            playbacks.onOver(this, code, message);
        }
    }

    @Override
    public void onStats(MediaStats stats) {
        playbacks.onStats(streamId, rates.played(stats));
    }

    @Override
    public void onMedia(MediaPath.MediaEvent event) {
        if (told.add(event)) {
            playbacks.listener().onPlayMedia(streamId, event);
        }
    }
}
