package im.zego.zegoexpress.callback;

import im.zego.zegoexpress.ZegoRealTimeSequentialDataManager;

public abstract class IZegoRealTimeSequentialDataEventHandler {
    public void onReceiveRealTimeSequentialData(
            ZegoRealTimeSequentialDataManager manager, byte[] data, String streamID) {}
}
