package io.freshet.sdk.event;

import im.zego.zegoexpress.constants.ZegoPublishChannel;
import io.freshet.sdk.port.MediaEngine;

/// Says what this machine's devices bring and what is wrong with them. Any thread.
public final class DeviceTelling implements MediaEngine.Listener {
    private final AppEvents events;

    public DeviceTelling(AppEvents events) {
        this.events = events;
    }

    @Override
    public void onCapturedVideoFirstFrame(ZegoPublishChannel channel) {
        events.tell(h -> h.onPublisherCapturedVideoFirstFrame(channel));
    }

    @Override
    public void onCapturedAudioFirstFrame() {
        events.tell(h -> h.onPublisherCapturedAudioFirstFrame());
    }

    @Override
    public void onDeviceError(int errorCode, String message) {
        events.failed("device", errorCode, message);
    }
}
