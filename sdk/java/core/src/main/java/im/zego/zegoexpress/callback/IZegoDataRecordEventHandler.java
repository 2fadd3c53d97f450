package im.zego.zegoexpress.callback;

import im.zego.zegoexpress.constants.ZegoDataRecordState;
import im.zego.zegoexpress.constants.ZegoPublishChannel;
import im.zego.zegoexpress.entity.ZegoDataRecordConfig;
import im.zego.zegoexpress.entity.ZegoDataRecordProgress;

public abstract class IZegoDataRecordEventHandler {
    public void onCapturedDataRecordStateUpdate(
            ZegoDataRecordState state,
            int errorCode,
            ZegoDataRecordConfig config,
            ZegoPublishChannel channel) {}

    public void onCapturedDataRecordProgressUpdate(
            ZegoDataRecordProgress progress,
            ZegoDataRecordConfig config,
            ZegoPublishChannel channel) {}
}
