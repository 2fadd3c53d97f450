package im.zego.zegoexpress.callback;

import im.zego.zegoexpress.constants.ZegoPublishChannel;
import im.zego.zegoexpress.entity.ZegoTrafficControlInfo;

public abstract class IZegoCustomVideoCaptureHandler {
    public void onStart(ZegoPublishChannel channel) {}

    public void onStop(ZegoPublishChannel channel) {}

    public void onEncodedDataTrafficControl(
            ZegoTrafficControlInfo trafficControlInfo, ZegoPublishChannel channel) {}

    public void onRequestKeyFrame(ZegoPublishChannel channel) {}
}
