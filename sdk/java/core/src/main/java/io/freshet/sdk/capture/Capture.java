package io.freshet.sdk.capture;

import im.zego.zegoexpress.constants.ZegoPublishChannel;
import im.zego.zegoexpress.constants.ZegoScenario;
import im.zego.zegoexpress.constants.ZegoVideoBufferType;
import im.zego.zegoexpress.constants.ZegoVideoConfigPreset;
import im.zego.zegoexpress.entity.ZegoAudioConfig;
import im.zego.zegoexpress.entity.ZegoCanvas;
import im.zego.zegoexpress.entity.ZegoVideoConfig;
import im.zego.zegoexpress.entity.ZegoVideoFrameParam;
import io.freshet.protocol.ErrorCode;
import io.freshet.protocol.message.DeviceState;
import io.freshet.sdk.port.MediaEngine;
import java.nio.ByteBuffer;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The sources of all four publish channels.
public final class Capture {
    private final CaptureChannel[] channels;
    private final MediaEngine engine;
    private final Consumer<ZegoPublishChannel> devices;

    /// @param customVideo told when the app is to begin (true) or stop bringing frames
    /// @param devices told when the state of a channel's camera or microphone may be another
    public Capture(
            MediaEngine engine,
            BiConsumer<ZegoPublishChannel, Boolean> customVideo,
            Consumer<ZegoPublishChannel> devices) {
        this.engine = engine;
        this.devices = devices;
        ZegoPublishChannel[] all = ZegoPublishChannel.values();
        channels = new CaptureChannel[all.length];
        for (ZegoPublishChannel channel : all) {
            channels[channel.ordinal()] = new CaptureChannel(channel, engine, customVideo::accept);
        }
    }

    /// What an app may change while the original waits its turn.
    public static ZegoVideoConfig copyOf(ZegoVideoConfig config) {
        return CaptureChannel.copyOf(config);
    }

    public static ZegoAudioConfig copyOf(ZegoAudioConfig config) {
        return CaptureChannel.copyOf(config);
    }

    public ErrorCode setVideoConfig(ZegoPublishChannel channel, ZegoVideoConfig config) {
        return of(channel).setVideoConfig(config);
    }

    public ZegoVideoConfig videoConfig(ZegoPublishChannel channel) {
        return of(channel).videoConfig();
    }

    public ErrorCode setAudioConfig(ZegoPublishChannel channel, ZegoAudioConfig config) {
        return of(channel).setAudioConfig(config);
    }

    public ZegoAudioConfig audioConfig(ZegoPublishChannel channel) {
        return of(channel).audioConfig();
    }

    /// What a scenario means for capturing; replaces earlier settings.
    public void setScenario(ZegoScenario scenario) {
        ZegoVideoConfig video =
                switch (scenario) {
                    case BROADCAST, HIGH_QUALITY_VIDEO_CALL -> {
                        ZegoVideoConfig high =
                                new ZegoVideoConfig(ZegoVideoConfigPreset.PRESET_540P);
                        high.fps = 24;
                        yield high;
                    }
                    default -> new ZegoVideoConfig();
                };
        boolean camera =
                switch (scenario) {
                    case STANDARD_CHATROOM, HIGH_QUALITY_CHATROOM, KARAOKE, STANDARD_VOICE_CALL ->
                            false;
                    default -> true;
                };
        for (ZegoPublishChannel channel : ZegoPublishChannel.values()) {
            of(channel).setVideoConfig(video);
            enableCamera(channel, camera);
        }
    }

    public void enableCamera(ZegoPublishChannel channel, boolean enable) {
        of(channel).enableCamera(enable);
        devices.accept(channel);
    }

    public void muteVideo(ZegoPublishChannel channel, boolean mute) {
        of(channel).muteVideo(mute);
        devices.accept(channel);
    }

    public void muteAudio(ZegoPublishChannel channel, boolean mute) {
        of(channel).muteAudio(mute);
        devices.accept(channel);
    }

    public void muteMicrophone(boolean mute) {
        engine.muteMicrophone(mute);
        for (ZegoPublishChannel channel : ZegoPublishChannel.values()) {
            of(channel).setMicrophoneMuted(mute);
            devices.accept(channel);
        }
    }

    /// Off, the microphone is heard nowhere; sound of the app's own is.
    public void enableAudioDevice(boolean enable) {
        for (ZegoPublishChannel channel : ZegoPublishChannel.values()) {
            of(channel).enableAudioDevice(enable);
            devices.accept(channel);
        }
    }

    /// What others are to know of the source of the app's own frames.
    public void setCustomVideoState(ZegoPublishChannel channel, DeviceState state) {
        of(channel).setCustomVideoState(state);
        devices.accept(channel);
    }

    /// How the camera of the channel fares, as others are told.
    public DeviceState camera(ZegoPublishChannel channel) {
        return of(channel).camera();
    }

    public DeviceState microphone(ZegoPublishChannel channel) {
        return of(channel).microphone();
    }

    public void startPreview(ZegoPublishChannel channel, @Nullable ZegoCanvas canvas) {
        of(channel).startPreview(canvas);
    }

    public void stopPreview(ZegoPublishChannel channel) {
        of(channel).stopPreview();
    }

    public void stopPreviews() {
        for (CaptureChannel channel : channels) {
            channel.stopPreview();
        }
    }

    public void setPublishing(ZegoPublishChannel channel, boolean publishing) {
        of(channel).setPublishing(publishing);
    }

    /// Whether any channel is previewed or published.
    public boolean capturing() {
        for (CaptureChannel channel : channels) {
            if (channel.capturing()) {
                return true;
            }
        }
        return false;
    }

    public ErrorCode enableCustomVideo(
            ZegoPublishChannel channel, boolean enable, ZegoVideoBufferType bufferType) {
        return of(channel).enableCustomVideo(enable, bufferType);
    }

    public ErrorCode enableCustomAudio(ZegoPublishChannel channel, boolean enable) {
        return of(channel).enableCustomAudio(enable);
    }

    /// Any one thread may call this; the buffer is not kept.
    ///
    /// @return 0 or the code of what is wrong
    public int sendFrame(
            ZegoPublishChannel channel,
            ByteBuffer data,
            int dataLength,
            ZegoVideoFrameParam param,
            long referenceTimeMs) {
        return of(channel).sendFrame(data, dataLength, param, referenceTimeMs);
    }

    /// Any one thread may call this; the buffer is not kept.
    ///
    /// @return 0 or the code of what is wrong
    public int sendPcm(
            ZegoPublishChannel channel, ByteBuffer data, int dataLength, int rate, int count) {
        return of(channel).sendPcm(data, dataLength, rate, count);
    }

    private CaptureChannel of(ZegoPublishChannel channel) {
        return channels[channel.ordinal()];
    }
}
