package im.zego.zegoexpress.internal;

import static im.zego.zegoexpress.internal.CallQueue.text;

import im.zego.zegoexpress.callback.IZegoPublisherSetStreamExtraInfoCallback;
import im.zego.zegoexpress.constants.ZegoPublishChannel;
import im.zego.zegoexpress.entity.ZegoAudioConfig;
import im.zego.zegoexpress.entity.ZegoCanvas;
import im.zego.zegoexpress.entity.ZegoPublisherConfig;
import im.zego.zegoexpress.entity.ZegoVideoConfig;
import io.freshet.protocol.ErrorCode;
import io.freshet.sdk.capture.Capture;

/// Publishing, preview and the settings of what is sent. What they do is in
/// [io.freshet.sdk.engine.Publishing], [io.freshet.sdk.publish.Publications] and [Capture].
final class PublishingCalls {
    private final CallQueue calls;

    PublishingCalls(CallQueue calls) {
        this.calls = calls;
    }

    void start(String streamID, ZegoPublisherConfig config, ZegoPublishChannel channel) {
        String room = config == null ? "" : text(config.roomID);
        ZegoPublishChannel target = orMain(channel);
        calls.queue(
                "startPublishingStream",
                engine -> engine.publishing().start(target, room, text(streamID)));
    }

    void stop(ZegoPublishChannel channel) {
        calls.perform(
                "stopPublishingStream", channel, engine -> engine.publications().stop(channel));
    }

    void setExtraInfo(
            String extraInfo,
            ZegoPublishChannel channel,
            IZegoPublisherSetStreamExtraInfoCallback callback) {
        ZegoPublishChannel target = orMain(channel);
        calls.send(
                "setStreamExtraInfo",
                (engine, outcome) -> engine.publications().setExtraInfo(target, extraInfo, outcome),
                callback == null
                        ? null
                        : (code, id) -> callback.onPublisherSetStreamExtraInfoResult(code));
    }

    void startPreview(ZegoCanvas canvas, ZegoPublishChannel channel) {
        ZegoCanvas copy = PlayingCalls.copyOf(canvas);
        ZegoPublishChannel target = orMain(channel);
        calls.queue("startPreview", engine -> engine.publishing().startPreview(target, copy));
    }

    void stopPreview(ZegoPublishChannel channel) {
        calls.perform("stopPreview", channel, engine -> engine.publishing().stopPreview(channel));
    }

    void setVideoConfig(ZegoVideoConfig config, ZegoPublishChannel channel) {
        ZegoVideoConfig copy = config == null ? null : Capture.copyOf(config);
        calls.check(
                "setVideoConfig",
                channel,
                engine ->
                        copy == null
                                ? ErrorCode.COMMON_ILLEGAL_PARAM
                                : engine.capture().setVideoConfig(channel, copy));
    }

    ZegoVideoConfig videoConfig(ZegoPublishChannel channel) {
        ZegoPublishChannel target = orMain(channel);
        return calls.ask(
                "getVideoConfig",
                engine -> engine.capture().videoConfig(target),
                new ZegoVideoConfig());
    }

    void setAudioConfig(ZegoAudioConfig config, ZegoPublishChannel channel) {
        ZegoAudioConfig copy = config == null ? null : Capture.copyOf(config);
        calls.check(
                "setAudioConfig",
                channel,
                engine ->
                        copy == null
                                ? ErrorCode.COMMON_ILLEGAL_PARAM
                                : engine.capture().setAudioConfig(channel, copy));
    }

    ZegoAudioConfig audioConfig(ZegoPublishChannel channel) {
        ZegoPublishChannel target = orMain(channel);
        return calls.ask(
                "getAudioConfig",
                engine -> engine.capture().audioConfig(target),
                new ZegoAudioConfig());
    }

    void muteAudio(boolean mute, ZegoPublishChannel channel) {
        calls.perform(
                "mutePublishStreamAudio",
                channel,
                engine -> engine.capture().muteAudio(channel, mute));
    }

    void muteVideo(boolean mute, ZegoPublishChannel channel) {
        calls.perform(
                "mutePublishStreamVideo",
                channel,
                engine -> engine.capture().muteVideo(channel, mute));
    }

    private static ZegoPublishChannel orMain(ZegoPublishChannel channel) {
        return channel == null ? ZegoPublishChannel.MAIN : channel;
    }
}
