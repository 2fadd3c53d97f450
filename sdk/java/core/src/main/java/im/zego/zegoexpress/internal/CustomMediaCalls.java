package im.zego.zegoexpress.internal;

import im.zego.zegoexpress.callback.IZegoCustomVideoCaptureHandler;
import im.zego.zegoexpress.callback.IZegoCustomVideoRenderHandler;
import im.zego.zegoexpress.constants.ZegoPublishChannel;
import im.zego.zegoexpress.constants.ZegoRemoteDeviceState;
import im.zego.zegoexpress.constants.ZegoVideoBufferType;
import im.zego.zegoexpress.constants.ZegoVideoFrameFormatSeries;
import im.zego.zegoexpress.entity.ZegoAudioFrameParam;
import im.zego.zegoexpress.entity.ZegoCustomVideoCaptureConfig;
import im.zego.zegoexpress.entity.ZegoCustomVideoRenderConfig;
import im.zego.zegoexpress.entity.ZegoVideoFrameParam;
import io.freshet.protocol.ErrorCode;
import io.freshet.protocol.message.DeviceState;
import io.freshet.sdk.event.CustomCaptureHandlers;
import io.freshet.sdk.event.FrameHandOver;
import java.nio.ByteBuffer;

/// Pictures and sound the app brings itself, and pictures it shows itself. What they do is in
/// [io.freshet.sdk.capture.CaptureChannel] and [FrameHandOver].
final class CustomMediaCalls {
    private final CallQueue calls;
    private final CustomCaptureHandlers captureHandlers;
    private final FrameHandOver frames = new FrameHandOver();

    CustomMediaCalls(CallQueue calls, CustomCaptureHandlers captureHandlers) {
        this.calls = calls;
        this.captureHandlers = captureHandlers;
    }

    void enableVideoCapture(
            boolean enable, ZegoCustomVideoCaptureConfig config, ZegoPublishChannel channel) {
        ZegoVideoBufferType type =
                config == null || config.bufferType == null
                        ? ZegoVideoBufferType.RAW_DATA
                        : config.bufferType;
        calls.check(
                "enableCustomVideoCapture",
                channel,
                engine -> engine.capture().enableCustomVideo(channel, enable, type));
    }

    void setCaptureDeviceState(
            boolean enable, ZegoRemoteDeviceState state, ZegoPublishChannel channel) {
        // As enableCamera: off without a reason is DISABLE, on without one is OPEN.
        DeviceState withoutReason = enable ? DeviceState.OPEN : DeviceState.DISABLE;
        DeviceState told =
                state == null || (!enable && state == ZegoRemoteDeviceState.OPEN)
                        ? withoutReason
                        : DeviceState.valueOf(state.name());
        calls.perform(
                "setCustomVideoCaptureDeviceState",
                channel,
                engine -> engine.capture().setCustomVideoState(channel, told));
    }

    void setCaptureHandler(IZegoCustomVideoCaptureHandler handler) {
        captureHandlers.set(handler);
        calls.perform("setCustomVideoCaptureHandler", engine -> {});
    }

    void sendRawData(
            ByteBuffer data,
            int dataLength,
            ZegoVideoFrameParam params,
            long referenceTimeMs,
            ZegoPublishChannel channel) {
        calls.pushNow(
                "sendCustomVideoCaptureRawData",
                data == null || params == null || channel == null,
                engine ->
                        engine.capture()
                                .sendFrame(channel, data, dataLength, params, referenceTimeMs));
    }

    void enableAudio(boolean enable, ZegoPublishChannel channel) {
        calls.check(
                "enableCustomAudioIO",
                channel,
                engine -> engine.capture().enableCustomAudio(channel, enable));
    }

    void sendPcm(
            ByteBuffer data,
            int dataLength,
            ZegoAudioFrameParam param,
            ZegoPublishChannel channel) {
        calls.pushNow(
                "sendCustomAudioCapturePCMData",
                data == null
                        || param == null
                        || param.sampleRate == null
                        || param.channel == null
                        || channel == null,
                engine ->
                        engine.capture()
                                .sendPcm(
                                        channel,
                                        data,
                                        dataLength,
                                        param.sampleRate.value(),
                                        param.channel.value()));
    }

    void enableVideoRender(boolean enable, ZegoCustomVideoRenderConfig config) {
        calls.check(
                "enableCustomVideoRender",
                engine -> {
                    if (enable
                            && config != null
                            && config.frameFormatSeries == ZegoVideoFrameFormatSeries.RGB) {
                        return ErrorCode.CUSTOM_VIDEO_IO_NOT_SUPPORTED_FORMAT;
                    }
                    engine.media().setVideoFrameSink(enable ? frames : null);
                    return ErrorCode.COMMON_SUCCESS;
                });
    }

    void setRenderHandler(IZegoCustomVideoRenderHandler handler) {
        frames.set(handler);
        calls.perform("setCustomVideoRenderHandler", engine -> {});
    }
}
