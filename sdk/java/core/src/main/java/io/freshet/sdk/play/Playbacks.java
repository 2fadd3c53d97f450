package io.freshet.sdk.play;

import im.zego.zegoexpress.constants.ZegoPlayerState;
import im.zego.zegoexpress.entity.ZegoCanvas;
import im.zego.zegoexpress.entity.ZegoPlayStreamQuality;
import io.freshet.protocol.ErrorCode;
import io.freshet.protocol.Identifiers;
import io.freshet.protocol.Limits;
import io.freshet.protocol.message.ClientMessage;
import io.freshet.protocol.message.ResourceMode;
import io.freshet.protocol.message.ServerMessage;
import io.freshet.sdk.loop.SdkLoop;
import io.freshet.sdk.media.MediaPath;
import io.freshet.sdk.media.OwedStops;
import io.freshet.sdk.port.MediaEngine;
import io.freshet.sdk.signal.ReconnectPolicy;
import io.freshet.sdk.signal.Signalling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What this engine plays: up to 20 streams, each once.
public final class Playbacks {
    private static final int MAX_VOLUME = 200;

    private final SdkLoop loop;
    private final Signalling signalling;
    private final ReconnectPolicy pauses;
    private final LongSupplier retryWindowNs;
    private final MediaEngine engine;
    private final Predicate<String> maySend;
    private final Listener listener;
    private final OwedStops owedStops;
    private final Map<String, Playback> byStream = new LinkedHashMap<>();
    private final PlaybackSettings settings = new PlaybackSettings();

    /// @param maySend whether requests of a room may be sent now
    public Playbacks(
            SdkLoop loop,
            Signalling signalling,
            ReconnectPolicy pauses,
            LongSupplier retryWindowNs,
            MediaEngine engine,
            Predicate<String> maySend,
            Listener listener) {
        this.loop = loop;
        this.signalling = signalling;
        this.pauses = pauses;
        this.retryWindowNs = retryWindowNs;
        this.engine = engine;
        this.maySend = maySend;
        this.listener = listener;
        owedStops =
                new OwedStops(
                        signalling,
                        maySend,
                        (id, room, streamId) -> new ClientMessage.StopPlaying(id, streamId));
    }

    /// A stream that is being played already gets the new canvas and goes on.
    ///
    /// @param roomId the login whose end is the playback's end
    /// @return why it did not start, or success; the app is told by the caller
    public ErrorCode start(
            String roomId, String streamId, ResourceMode mode, @Nullable ZegoCanvas canvas) {
        ErrorCode id = Identifiers.checkStreamId(streamId);
        if (!id.isSuccess()) {
            return id;
        }
        Playback known = byStream.get(streamId);
        if (known != null) {
            known.setCanvas(canvas);
            return ErrorCode.COMMON_SUCCESS;
        }
        if (byStream.size() >= Limits.PLAYED_STREAMS_MAX_COUNT) {
            return ErrorCode.PLAYER_COUNT_EXCEED;
        }
        Playback playback = new Playback(this, roomId, streamId, mode, canvas);
        byStream.put(streamId, playback);
        owedStops.onStart(streamId);
        settings.onPlay(streamId);
        playback.start();
        return ErrorCode.COMMON_SUCCESS;
    }

    /// Harmless when the stream is not played.
    public void stop(String streamId) {
        Playback playback = byStream.get(streamId);
        if (playback != null) {
            if (playback.path().asked()) {
                owedStops.onStop(playback.roomId(), streamId);
            }
            playback.path().stop();
            onOver(playback, 0, "");
        }
    }

    public boolean isPlayed(String streamId) {
        return byStream.containsKey(streamId);
    }

    public boolean isEmpty() {
        return byStream.isEmpty();
    }

    /// Shows the stream elsewhere.
    ///
    /// @return 1004011 when the stream is not played
    public ErrorCode updateCanvas(String streamId, @Nullable ZegoCanvas canvas) {
        Playback playback = byStream.get(streamId);
        if (playback == null) {
            return ErrorCode.PLAYER_STREAM_WAS_NOT_PLAYED;
        }
        playback.setCanvas(canvas);
        return ErrorCode.COMMON_SUCCESS;
    }

    public ErrorCode muteAudio(String streamId, boolean mute) {
        return change(streamId, () -> settings.muteAudio(streamId, mute));
    }

    public ErrorCode muteVideo(String streamId, boolean mute) {
        return change(streamId, () -> settings.muteVideo(streamId, mute));
    }

    /// How loud one stream is.
    ///
    /// @param volume 0 to 200
    public ErrorCode setVolume(String streamId, int volume) {
        if (volume < 0 || volume > MAX_VOLUME) {
            return ErrorCode.COMMON_ILLEGAL_PARAM;
        }
        return change(streamId, () -> settings.setVolume(streamId, volume));
    }

    public ErrorCode setEveryVolume(int volume) {
        if (volume < 0 || volume > MAX_VOLUME) {
            return ErrorCode.COMMON_ILLEGAL_PARAM;
        }
        settings.setEveryVolume(volume);
        applyAll();
        return ErrorCode.COMMON_SUCCESS;
    }

    /// `muteAllPlayStreamAudio`: outranks what is set for single streams while it is on.
    public void overrideAudio(boolean mute) {
        settings.overrideAudio(mute);
        applyAll();
    }

    public void overrideVideo(boolean mute) {
        settings.overrideVideo(mute);
        applyAll();
    }

    /// `muteAllPlayAudioStreams`: the later of this and a call for a single stream counts.
    public void muteEveryAudio(boolean mute) {
        settings.muteEveryAudio(mute);
        applyAll();
    }

    public void muteEveryVideo(boolean mute) {
        settings.muteEveryVideo(mute);
        applyAll();
    }

    public void onMaySend(String roomId, boolean known) {
        owedStops.onMaySend(roomId, known);
        for (Playback playback : all()) {
            if (playback.roomId().equals(roomId)) {
                playback.path().onMaySend(known);
            }
        }
    }

    /// The login is over, and with it everything played through it.
    ///
    /// @param tellServer whether it has to be told: it ends by itself what is played only with the
    ///   last login
    public void onRoomOver(String roomId, int code, String message, boolean tellServer) {
        owedStops.onRoomOver(roomId);
        for (Playback playback : all()) {
            if (playback.roomId().equals(roomId)) {
                if (tellServer && playback.path().asked()) {
                    owedStops.sendNow(roomId, playback.streamId());
                }
                playback.path().stop();
                onOver(playback, code, message);
            }
        }
    }

    public void onPlayable(String streamId) {
        Playback playback = byStream.get(streamId);
        if (playback != null) {
            playback.path().onPlayable();
        }
    }

    public void onServerState(ServerMessage.PlayStateChanged change) {
        Playback playback = byStream.get(change.streamId());
        if (playback == null) {
            return;
        }
        switch (change.state()) {
            case CONNECTED -> playback.path().onServerConnected();
            case INTERRUPTED -> playback.path().onServerInterrupted();
            case ENDED -> {
                if (change.code() == ErrorCode.PLAYER_ERROR_SERVER_FORBID.code()) {
                    playback.path().stop();
                    oweStop(playback);
                    onOver(playback, change.code(), change.message());
                } else {
                    playback.path().onServerEnded(change.message());
                }
            }
        }
    }

    /// Given up here, the wish still stands on the server.
    void oweStop(Playback playback) {
        owedStops.onStop(playback.roomId(), playback.streamId());
    }

    void onOver(Playback playback, int code, String message) {
        byStream.remove(playback.streamId(), playback);
        settings.onStop(playback.streamId());
        tellState(playback, ZegoPlayerState.NO_PLAY, code, message);
    }

    void tellState(Playback playback, ZegoPlayerState state, int code, String message) {
        listener.onPlayState(playback.streamId(), state, code, message);
    }

    void onStats(String streamId, ZegoPlayStreamQuality quality) {
        quality.muteAudio = settings.audioMuted(streamId) ? 1 : 0;
        quality.muteVideo = settings.videoMuted(streamId) ? 1 : 0;
        listener.onPlayQuality(streamId, quality);
    }

    MediaPath newPath(Playback playback) {
        return new MediaPath(loop, signalling, pauses, retryWindowNs.getAsLong(), playback);
    }

    MediaEngine engine() {
        return engine;
    }

    boolean maySend(String roomId) {
        return maySend.test(roomId);
    }

    Listener listener() {
        return listener;
    }

    void applySettings(String streamId) {
        engine.mutePlayStreamAudio(streamId, settings.audioMuted(streamId));
        engine.mutePlayStreamVideo(streamId, settings.videoMuted(streamId));
        engine.setPlayVolume(streamId, settings.volume(streamId));
    }

    private ErrorCode change(String streamId, Runnable setting) {
        if (!byStream.containsKey(streamId)) {
            return ErrorCode.PLAYER_STREAM_WAS_NOT_PLAYED;
        }
        setting.run();
        applySettings(streamId);
        return ErrorCode.COMMON_SUCCESS;
    }

    private void applyAll() {
        for (Playback playback : all()) {
            applySettings(playback.streamId());
        }
    }

    private List<Playback> all() {
        return new ArrayList<>(byStream.values());
    }

    public interface Listener {
        /// NO_PLAY is the last for a stream; with a code it failed.
        void onPlayState(String streamId, ZegoPlayerState state, int code, String message);

        void onPlayQuality(String streamId, ZegoPlayStreamQuality quality);

        void onPlayMedia(String streamId, MediaPath.MediaEvent event);
    }
}
