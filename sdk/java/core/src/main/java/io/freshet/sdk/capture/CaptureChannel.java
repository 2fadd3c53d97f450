package io.freshet.sdk.capture;

import im.zego.zegoexpress.constants.ZegoPublishChannel;
import im.zego.zegoexpress.constants.ZegoVideoBufferType;
import im.zego.zegoexpress.entity.ZegoAudioConfig;
import im.zego.zegoexpress.entity.ZegoCanvas;
import im.zego.zegoexpress.entity.ZegoVideoConfig;
import im.zego.zegoexpress.entity.ZegoVideoFrameParam;
import io.freshet.protocol.ErrorCode;
import io.freshet.protocol.message.DeviceState;
import io.freshet.sdk.port.MediaEngine;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// One publish channel's sources. It captures while it is previewed or published.
///
/// Used on the loop, but for [#sendFrame] and [#sendPcm], which any one thread may call.
final class CaptureChannel {
    private static final int MIN_AUDIO_RATE = 8000;
    private static final int MAX_AUDIO_RATE = 48000;

    private final ZegoPublishChannel channel;
    private final MediaEngine engine;
    private final Listener listener;

    private ZegoVideoConfig videoConfig = new ZegoVideoConfig();
    private ZegoAudioConfig audioConfig = new ZegoAudioConfig();
    private DeviceState customVideoState = DeviceState.OPEN;
    private boolean cameraEnabled = true;
    private boolean videoMuted;
    private boolean audioMuted;
    private boolean microphoneMuted;
    private boolean audioDeviceEnabled = true;
    private boolean previewing;
    private boolean publishing;
    private volatile Custom customVideo = Custom.OFF;
    private volatile Custom customAudio = Custom.OFF;

    CaptureChannel(ZegoPublishChannel channel, MediaEngine engine, Listener listener) {
        this.channel = channel;
        this.engine = engine;
        this.listener = listener;
    }

    boolean capturing() {
        return previewing || publishing;
    }

    ErrorCode setVideoConfig(ZegoVideoConfig config) {
        if (config.captureWidth <= 0
                || config.captureHeight <= 0
                || config.encodeWidth <= 0
                || config.encodeHeight <= 0
                || config.fps < 1
                || config.fps > 120
                || config.codecID == null) {
            return ErrorCode.COMMON_ILLEGAL_PARAM;
        }
        if (config.bitrate <= 0) {
            return ErrorCode.PUBLISHER_BITRATE_INVALID;
        }
        videoConfig = copyOf(config);
        engine.setVideoConfig(channel, copyOf(config));
        return ErrorCode.COMMON_SUCCESS;
    }

    ZegoVideoConfig videoConfig() {
        return copyOf(videoConfig);
    }

    ErrorCode setAudioConfig(ZegoAudioConfig config) {
        if (config.channel == null || config.codecID == null) {
            return ErrorCode.COMMON_ILLEGAL_PARAM;
        }
        if (config.bitrate <= 0) {
            return ErrorCode.PUBLISHER_BITRATE_INVALID;
        }
        audioConfig = copyOf(config);
        engine.setAudioConfig(channel, copyOf(config));
        return ErrorCode.COMMON_SUCCESS;
    }

    ZegoAudioConfig audioConfig() {
        return copyOf(audioConfig);
    }

    void enableCamera(boolean enable) {
        cameraEnabled = enable;
        engine.enableCamera(channel, enable);
    }

    void muteVideo(boolean mute) {
        videoMuted = mute;
        engine.mutePublishStreamVideo(channel, mute);
    }

    void muteAudio(boolean mute) {
        audioMuted = mute;
        applyAudioMute();
    }

    /// Only remembered: the engine mutes the microphone for all channels at once.
    void setMicrophoneMuted(boolean mute) {
        microphoneMuted = mute;
    }

    void enableAudioDevice(boolean enable) {
        audioDeviceEnabled = enable;
        applyAudioMute();
    }

    void setCustomVideoState(DeviceState state) {
        customVideoState = state;
    }

    /// What others are to know of the camera: DISABLE outranks MUTE, as nothing is captured then.
    /// Frames of the app's own have the state that the app gives them.
    DeviceState camera() {
        if (customVideo != Custom.OFF && customVideoState != DeviceState.OPEN) {
            return customVideoState;
        }
        if (customVideo == Custom.OFF && !cameraEnabled) {
            return DeviceState.DISABLE;
        }
        return videoMuted ? DeviceState.MUTE : DeviceState.OPEN;
    }

    DeviceState microphone() {
        if (deviceOff()) {
            return DeviceState.DISABLE;
        }
        return audioMuted || microphoneMuted ? DeviceState.MUTE : DeviceState.OPEN;
    }

    /// Sound of the app's own needs no device.
    private boolean deviceOff() {
        return !audioDeviceEnabled && customAudio == Custom.OFF;
    }

    private void applyAudioMute() {
        engine.mutePublishStreamAudio(channel, audioMuted || deviceOff());
    }

    /// Again while previewing: only the view is new.
    void startPreview(@Nullable ZegoCanvas canvas) {
        engine.startPreview(channel, canvas);
        previewing = true;
        follow();
    }

    void stopPreview() {
        if (previewing) {
            engine.stopPreview(channel);
            previewing = false;
            follow();
        }
    }

    void setPublishing(boolean nowPublishing) {
        publishing = nowPublishing;
        follow();
    }

    /// Only while nothing is captured on the channel.
    ErrorCode enableCustomVideo(boolean enable, ZegoVideoBufferType bufferType) {
        if (capturing()) {
            return ErrorCode.CUSTOM_VIDEO_IO_ENABLE_CUSTOM_IO_FAILED;
        }
        if (enable && bufferType != ZegoVideoBufferType.RAW_DATA) {
            return ErrorCode.CUSTOM_VIDEO_IO_NOT_SUPPORTED_BUFFER_TYPE;
        }
        customVideo = enable ? Custom.ENABLED : Custom.OFF;
        engine.enableCustomVideoCapture(channel, enable);
        return ErrorCode.COMMON_SUCCESS;
    }

    ErrorCode enableCustomAudio(boolean enable) {
        if (capturing()) {
            return ErrorCode.CUSTOM_AUDIO_IO_ENABLE_CUSTOM_AUDIO_IO_FAILED;
        }
        customAudio = enable ? Custom.ENABLED : Custom.OFF;
        engine.enableCustomAudioIO(channel, enable);
        if (!audioDeviceEnabled) {
            applyAudioMute();
        }
        return ErrorCode.COMMON_SUCCESS;
    }

    int sendFrame(
            ByteBuffer data, int dataLength, ZegoVideoFrameParam param, long referenceTimeMs) {
        if (customVideo == Custom.OFF) {
            return ErrorCode.CUSTOM_VIDEO_IO_NO_CUSTOM_VIDEO_CAPTURE.code();
        } else if (customVideo == Custom.ENABLED) {
            return ErrorCode.CUSTOM_VIDEO_IO_CAPTURER_NOT_CREATED.code();
        }
        if (param.width <= 0
                || param.height <= 0
                || param.format == null
                || dataLength <= 0
                || dataLength > data.capacity()) {
            return ErrorCode.COMMON_ILLEGAL_PARAM.code();
        }
        return engine.sendCustomVideoFrame(channel, data, dataLength, param, referenceTimeMs);
    }

    int sendPcm(ByteBuffer data, int dataLength, int sampleRate, int channels) {
        if (customAudio != Custom.RUNNING) {
            return ErrorCode.CUSTOM_AUDIO_IO_CAPTURER_NOT_CREATED.code();
        }
        if (sampleRate < MIN_AUDIO_RATE
                || sampleRate > MAX_AUDIO_RATE
                || channels < 1
                || channels > 2
                || dataLength <= 0
                || dataLength % (2 * channels) != 0
                || dataLength > data.capacity()) {
            return ErrorCode.COMMON_ILLEGAL_PARAM.code();
        }
        return engine.sendCustomAudioPcm(channel, data, dataLength, sampleRate, channels);
    }

    private void follow() {
        boolean running = capturing();
        if (customAudio != Custom.OFF) {
            customAudio = running ? Custom.RUNNING : Custom.ENABLED;
        }
        if (running && customVideo == Custom.ENABLED) {
            customVideo = Custom.RUNNING;
            listener.onCustomVideo(channel, true);
        } else if (!running && customVideo == Custom.RUNNING) {
            customVideo = Custom.ENABLED;
            listener.onCustomVideo(channel, false);
        }
    }

    static ZegoVideoConfig copyOf(ZegoVideoConfig config) {
        ZegoVideoConfig copy = new ZegoVideoConfig();
        copy.captureWidth = config.captureWidth;
        copy.captureHeight = config.captureHeight;
        copy.encodeWidth = config.encodeWidth;
        copy.encodeHeight = config.encodeHeight;
        copy.fps = config.fps;
        copy.bitrate = config.bitrate;
        copy.codecID = config.codecID;
        copy.keyFrameInterval = config.keyFrameInterval;
        return copy;
    }

    static ZegoAudioConfig copyOf(ZegoAudioConfig config) {
        ZegoAudioConfig copy = new ZegoAudioConfig();
        copy.bitrate = config.bitrate;
        copy.channel = config.channel;
        copy.codecID = config.codecID;
        return copy;
    }

    private enum Custom {
        OFF,
        ENABLED,
        RUNNING
    }

    interface Listener {
        /// The app is to begin or to stop bringing frames.
        void onCustomVideo(ZegoPublishChannel channel, boolean start);
    }
}
