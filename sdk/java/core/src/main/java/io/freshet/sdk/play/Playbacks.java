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
import io.freshet.sdk.media.Direction;
import io.freshet.sdk.media.LiveStream;
import io.freshet.sdk.media.LiveStreams;
import io.freshet.sdk.media.MediaPath;
import io.freshet.sdk.media.StreamContext;
import io.freshet.sdk.port.MediaEngine;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What this engine plays: up to 20 streams, each once.
public final class Playbacks {
    private static final int MAX_VOLUME = 200;

    private static final Direction DIRECTION =
            new Direction(
                    ErrorCode.PLAYER_ERROR_NETWORK_INTERRUPT,
                    ErrorCode.PLAYER_PLAY_STREAM_FAILED,
                    "the retry time is used up: " + ErrorCode.PLAYER_PLAY_STREAM_FAILED.sentence(),
                    EnumSet.of(ErrorCode.PLAYER_PLAY_STREAM_NOT_EXIST),
                    EnumSet.of(
                            ErrorCode.PLAYER_INNER_ERROR, ErrorCode.PLAYER_ERROR_NETWORK_INTERRUPT),
                    EnumSet.of(ErrorCode.PLAYER_ERROR_SERVER_FORBID),
                    EnumSet.of(ErrorCode.PLAYER_ERROR_SERVER_FORBID),
                    (id, room, streamId) -> new ClientMessage.StopPlaying(id, streamId));

    private final MediaEngine engine;
    private final Listener listener;
    private final LiveStreams streams;
    private final Map<String, Playback> byStream = new LinkedHashMap<>();
    private final PlaybackSettings settings = new PlaybackSettings();

    public Playbacks(StreamContext context, MediaEngine engine, Listener listener) {
        this.engine = engine;
        this.listener = listener;
        streams = new LiveStreams(context, DIRECTION);
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
        settings.onPlay(streamId);
        streams.start(playback.stream());
        return ErrorCode.COMMON_SUCCESS;
    }

    /// Harmless when the stream is not played.
    public void stop(String streamId) {
        Playback playback = byStream.get(streamId);
        if (playback != null) {
            streams.stop(playback.stream());
        }
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
        streams.onMaySend(roomId, known);
    }

    /// The login is over, and with it everything played through it.
    ///
    /// @param tellServer whether it has to be told: it ends by itself what is played only with the
    ///   last login
    public void onRoomOver(String roomId, int code, String message, boolean tellServer) {
        streams.onRoomOver(roomId, code, message, tellServer);
    }

    public void onPlayable(String streamId) {
        streams.onPlayable(streamId);
    }

    public void onServerState(ServerMessage.PlayStateChanged change) {
        streams.onServerState(change.streamId(), change.state(), change.code(), change.message());
    }

    LiveStream prepare(String roomId, String streamId, LiveStream.Side side) {
        return streams.prepare(roomId, streamId, side);
    }

    void onPhase(String streamId, LiveStream.Phase phase, int code, String message) {
        if (phase == LiveStream.Phase.OVER) {
            byStream.remove(streamId);
            settings.onStop(streamId);
        }
        ZegoPlayerState state =
                switch (phase) {
                    case REQUESTING -> ZegoPlayerState.PLAY_REQUESTING;
                    case FLOWING -> ZegoPlayerState.PLAYING;
                    case OVER -> ZegoPlayerState.NO_PLAY;
                };
        listener.onPlayState(streamId, state, code, message);
    }

    void onStats(String streamId, ZegoPlayStreamQuality quality) {
        quality.muteAudio = settings.audioMuted(streamId) ? 1 : 0;
        quality.muteVideo = settings.videoMuted(streamId) ? 1 : 0;
        listener.onPlayQuality(streamId, quality);
    }

    MediaEngine engine() {
        return engine;
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
        byStream.keySet().forEach(this::applySettings);
    }

    public interface Listener {
        /// NO_PLAY is the last for a stream; with a code it failed.
        void onPlayState(String streamId, ZegoPlayerState state, int code, String message);

        void onPlayQuality(String streamId, ZegoPlayStreamQuality quality);

        void onPlayMedia(String streamId, MediaPath.MediaEvent event);
    }
}
