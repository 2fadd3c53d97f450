package io.freshet.sdk.engine;

import im.zego.zegoexpress.constants.ZegoPlayerState;
import im.zego.zegoexpress.entity.ZegoCanvas;
import im.zego.zegoexpress.entity.ZegoPlayStreamQuality;
import io.freshet.protocol.ErrorCode;
import io.freshet.protocol.message.ResourceMode;
import io.freshet.sdk.event.AppEvents;
import io.freshet.sdk.event.MediaTelling;
import io.freshet.sdk.event.RemoteDevices;
import io.freshet.sdk.event.RunningState;
import io.freshet.sdk.media.MediaPath;
import io.freshet.sdk.media.StreamContext;
import io.freshet.sdk.play.Playbacks;
import io.freshet.sdk.port.MediaEngine;
import org.jspecify.annotations.Nullable;

/// Begins playing, and tells the app what becomes of it.
public final class Playing {
    private static final String FUNCTION = "startPlayingStream";

    private final AppEvents events;
    private final MediaTelling telling;
    private final MediaRooms rooms;
    private final RemoteDevices remoteDevices;
    private final RunningState running;
    private final Playbacks playbacks;

    Playing(
            AppEvents events,
            MediaRooms rooms,
            RemoteDevices remoteDevices,
            RunningState running,
            StreamContext context,
            MediaEngine media) {
        this.events = events;
        this.rooms = rooms;
        this.remoteDevices = remoteDevices;
        this.running = running;
        telling = new MediaTelling(events);
        playbacks = new Playbacks(context, media, new Watcher());
    }

    Playbacks playbacks() {
        return playbacks;
    }

    /// Plays; what is wrong is told as NO_PLAY.
    ///
    /// @param roomId empty for the only room
    public void start(
            String roomId, String streamId, ResourceMode mode, @Nullable ZegoCanvas canvas) {
        MediaRooms.Choice room =
                rooms.choose(roomId, ErrorCode.PLAYER_ERROR_PLAY_STREAM_WHEN_USING_MULTI_ROOM);
        ErrorCode refusal = room.refusal();
        if (refusal.isSuccess()) {
            refusal = playbacks.start(room.roomId(), streamId, mode, canvas);
        }
        if (refusal.isSuccess()) {
            running.update();
            events.succeeded(FUNCTION);
        } else {
            refuse(streamId, refusal.code(), refusal.sentence());
        }
    }

    /// Tells that a stream is not going to be played.
    public void refuse(String streamId, int code, String sentence) {
        telling.playState(streamId, ZegoPlayerState.NO_PLAY, code, sentence);
        events.failed(FUNCTION, code, sentence);
    }

    private final class Watcher implements Playbacks.Listener {
        @Override
        public void onPlayState(String streamId, ZegoPlayerState state, int code, String message) {
            telling.playState(streamId, state, code, message);
            if (state == ZegoPlayerState.PLAYING) {
                remoteDevices.onPlaying(streamId);
            } else if (state == ZegoPlayerState.NO_PLAY) {
                remoteDevices.onStopped(streamId);
                if (code != 0) {
                    events.failed(FUNCTION, code, message);
                }
                running.update();
            }
        }

        @Override
        public void onPlayQuality(String streamId, ZegoPlayStreamQuality quality) {
            events.tellLatest(
                    "playing " + streamId, h -> h.onPlayerQualityUpdate(streamId, quality));
        }

        @Override
        public void onPlayMedia(String streamId, MediaPath.MediaEvent event) {
            telling.played(streamId, event);
        }
    }
}
