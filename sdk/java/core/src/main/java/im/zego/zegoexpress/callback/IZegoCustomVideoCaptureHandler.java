package im.zego.zegoexpress.callback;

import im.zego.zegoexpress.constants.ZegoPublishChannel;
import im.zego.zegoexpress.entity.ZegoTrafficControlInfo;

public abstract class IZegoCustomVideoCaptureHandler {
    /// Begin sending frames: the channel is previewed or published.
    public void onStart(ZegoPublishChannel channel) {}

    /// Stop sending frames.
    public void onStop(ZegoPublishChannel channel) {}

    public void onEncodedDataTrafficControl(
            ZegoTrafficControlInfo trafficControlInfo, ZegoPublishChannel channel) {}

    public void onRequestKeyFrame(ZegoPublishChannel channel) {}
}
