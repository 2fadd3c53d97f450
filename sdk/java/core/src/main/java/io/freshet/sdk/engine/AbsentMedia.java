package io.freshet.sdk.engine;

import im.zego.zegoexpress.constants.ZegoPublishChannel;
import im.zego.zegoexpress.entity.ZegoAudioConfig;
import im.zego.zegoexpress.entity.ZegoCanvas;
import im.zego.zegoexpress.entity.ZegoVideoConfig;
import im.zego.zegoexpress.entity.ZegoVideoFrameParam;
import io.freshet.protocol.ErrorCode;
import io.freshet.sdk.port.MediaEngine;
import io.freshet.sdk.port.MediaSession;
import io.freshet.sdk.port.MediaStats;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Stands in when the platform's media could not be loaded: rooms work, media answers 1000070.
final class AbsentMedia implements MediaEngine {
    @Override
    public void setVideoConfig(ZegoPublishChannel channel, ZegoVideoConfig config) {}

    @Override
    public void setAudioConfig(ZegoPublishChannel channel, ZegoAudioConfig config) {}

    @Override
    public void startPreview(ZegoPublishChannel channel, @Nullable ZegoCanvas canvas) {}

    @Override
    public void stopPreview(ZegoPublishChannel channel) {}

    @Override
    public void enableCamera(ZegoPublishChannel channel, boolean enable) {}

    @Override
    public void muteMicrophone(boolean mute) {}

    @Override
    public void mutePublishStreamAudio(ZegoPublishChannel channel, boolean mute) {}

    @Override
    public void mutePublishStreamVideo(ZegoPublishChannel channel, boolean mute) {}

    @Override
    public void enableCustomVideoCapture(ZegoPublishChannel channel, boolean enable) {}

    @Override
    public int sendCustomVideoFrame(
            ZegoPublishChannel channel,
            ByteBuffer data,
            int dataLength,
            ZegoVideoFrameParam param,
            long referenceTimeMillisecond) {
        return ErrorCode.COMMON_LOAD_LIBRARY_FAILED.code();
    }

    @Override
    public void enableCustomAudioIO(ZegoPublishChannel channel, boolean enable) {}

    @Override
    public int sendCustomAudioPcm(
            ZegoPublishChannel channel,
            ByteBuffer data,
            int dataLength,
            int sampleRate,
            int channels) {
        return ErrorCode.COMMON_LOAD_LIBRARY_FAILED.code();
    }

    @Override
    public MediaSession publish(ZegoPublishChannel channel, MediaSession.Listener listener) {
        return failing(listener);
    }

    @Override
    public MediaSession play(
            String streamId, @Nullable ZegoCanvas canvas, MediaSession.Listener listener) {
        return failing(listener);
    }

    private static MediaSession failing(MediaSession.Listener listener) {
        listener.onFailed(ErrorCode.COMMON_LOAD_LIBRARY_FAILED.sentence());
        return new MediaSession() {
            @Override
            public void acceptAnswer(String sdp) {}

            @Override
            public void restartIce() {}

            @Override
            public void collectStats(Consumer<MediaStats> consumer) {}

            @Override
            public void close() {}
        };
    }

    @Override
    public void updatePlayingCanvas(String streamId, @Nullable ZegoCanvas canvas) {}

    @Override
    public void mutePlayStreamAudio(String streamId, boolean mute) {}

    @Override
    public void mutePlayStreamVideo(String streamId, boolean mute) {}

    @Override
    public void setPlayVolume(String streamId, int volume) {}

    @Override
    public void muteSpeaker(boolean mute) {}

    @Override
    public void setVideoFrameSink(@Nullable VideoFrameSink sink) {}

    @Override
    public void close() {}
}
