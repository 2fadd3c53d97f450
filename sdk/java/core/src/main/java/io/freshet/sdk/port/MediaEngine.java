package io.freshet.sdk.port;

import im.zego.zegoexpress.constants.ZegoPublishChannel;
import im.zego.zegoexpress.entity.ZegoAudioConfig;
import im.zego.zegoexpress.entity.ZegoCanvas;
import im.zego.zegoexpress.entity.ZegoVideoConfig;
import im.zego.zegoexpress.entity.ZegoVideoFrameParam;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// Capture, encoding, transport, decoding and rendering on one platform. All methods return
/// quickly. They are called from the SDK's own thread only, but for [#sendCustomVideoFrame] and
/// [#sendCustomAudioPcm], which come on the app's threads, at most one at a time each, and may come
/// while [#close] runs. Listeners may be called from any thread and must only hand over.
public interface MediaEngine extends AutoCloseable {

    interface Factory {
        MediaEngine create(Listener listener);
    }

    /// Sets capture and encoding for what is published on the channel, now and later.
    void setVideoConfig(ZegoPublishChannel channel, ZegoVideoConfig config);

    void setAudioConfig(ZegoPublishChannel channel, ZegoAudioConfig config);

    /// Shows the local picture; null shows none but captures all the same.
    void startPreview(ZegoPublishChannel channel, @Nullable ZegoCanvas canvas);

    void stopPreview(ZegoPublishChannel channel);

    void enableCamera(ZegoPublishChannel channel, boolean enable);

    void muteMicrophone(boolean mute);

    void mutePublishStreamAudio(ZegoPublishChannel channel, boolean mute);

    void mutePublishStreamVideo(ZegoPublishChannel channel, boolean mute);

    /// Replaces the camera by frames the app pushes.
    void enableCustomVideoCapture(ZegoPublishChannel channel, boolean enable);

    /// One raw frame (I420 and the other formats of ZegoVideoFrameParam). The buffer is the
    /// caller's and must not be kept.
    ///
    /// @return 0 or an error code
    int sendCustomVideoFrame(
            ZegoPublishChannel channel,
            ByteBuffer data,
            int dataLength,
            ZegoVideoFrameParam param,
            long referenceTimeMillisecond);

    /// Replaces the microphone and speaker by PCM the app pushes and pulls.
    void enableCustomAudioIO(ZegoPublishChannel channel, boolean enable);

    /// 16-bit PCM.
    ///
    /// @return 0 or an error code
    int sendCustomAudioPcm(
            ZegoPublishChannel channel,
            ByteBuffer data,
            int dataLength,
            int sampleRate,
            int channels);

    /// Starts a sending connection for the channel; the offer comes through the listener.
    MediaSession publish(ZegoPublishChannel channel, MediaSession.Listener listener);

    /// Starts a receiving connection; the offer comes through the listener.
    MediaSession play(String streamId, @Nullable ZegoCanvas canvas, MediaSession.Listener listener);

    void updatePlayingCanvas(String streamId, @Nullable ZegoCanvas canvas);

    void mutePlayStreamAudio(String streamId, boolean mute);

    void mutePlayStreamVideo(String streamId, boolean mute);

    /// 0 to 200, 100 as it came.
    void setPlayVolume(String streamId, int volume);

    void muteSpeaker(boolean mute);

    /// Decoded pictures of every played stream also go here; null stops it.
    void setVideoFrameSink(@Nullable VideoFrameSink sink);

    /// Frees devices, threads and native memory; blocks until it is done.
    @Override
    void close();

    interface Listener {
        void onCapturedVideoFirstFrame(ZegoPublishChannel channel);

        void onCapturedAudioFirstFrame();

        /// A device is missing or failed; a code of the 1006 range and a sentence.
        void onDeviceError(int errorCode, String message);
    }

    interface VideoFrameSink {
        /// One decoded picture; its planes are valid during the call only.
        void onFrame(String streamId, I420Picture picture);
    }
}
