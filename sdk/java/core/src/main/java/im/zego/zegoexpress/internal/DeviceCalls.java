package im.zego.zegoexpress.internal;

import im.zego.zegoexpress.callback.IZegoAudioCaptureDeviceEnableCallback;
import im.zego.zegoexpress.constants.ZegoPublishChannel;

/// Microphone, speaker and camera. What they do is in [io.freshet.sdk.capture.Capture].
final class DeviceCalls {
    private final CallQueue calls;

    /// Kept here so that they can be read from any thread without waiting.
    private volatile boolean microphoneMuted;

    private volatile boolean speakerMuted;

    DeviceCalls(CallQueue calls) {
        this.calls = calls;
    }

    void muteMicrophone(boolean mute) {
        microphoneMuted = mute;
        calls.perform("muteMicrophone", engine -> engine.capture().muteMicrophone(mute));
    }

    boolean microphoneMuted() {
        return microphoneMuted;
    }

    void muteSpeaker(boolean mute) {
        speakerMuted = mute;
        calls.perform("muteSpeaker", engine -> engine.media().muteSpeaker(mute));
    }

    boolean speakerMuted() {
        return speakerMuted;
    }

    void enableCamera(boolean enable, ZegoPublishChannel channel) {
        calls.perform(
                "enableCamera", channel, engine -> engine.capture().enableCamera(channel, enable));
    }

    void enableAudioCapture(boolean enable) {
        calls.perform(
                "enableAudioCaptureDevice", engine -> engine.capture().enableAudioDevice(enable));
    }

    void enableAudioCapture(boolean enable, IZegoAudioCaptureDeviceEnableCallback callback) {
        calls.send(
                "enableAudioCaptureDeviceAsync",
                (engine, outcome) -> {
                    engine.capture().enableAudioDevice(enable);
                    outcome.onOutcome(0, "", 0);
                },
                callback == null
                        ? null
                        : (code, id) -> callback.onAudioCaptureDeviceEnableResult(code));
    }
}
