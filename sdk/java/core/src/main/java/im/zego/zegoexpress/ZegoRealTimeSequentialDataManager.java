package im.zego.zegoexpress;

import im.zego.zegoexpress.callback.IZegoRealTimeSequentialDataEventHandler;
import im.zego.zegoexpress.callback.IZegoRealTimeSequentialDataSentCallback;

public abstract class ZegoRealTimeSequentialDataManager {
    public abstract void setEventHandler(IZegoRealTimeSequentialDataEventHandler handler);

    public abstract void startBroadcasting(String streamID);

    public abstract void stopBroadcasting(String streamID);

    public abstract void sendRealTimeSequentialData(
            byte[] data, String streamID, IZegoRealTimeSequentialDataSentCallback callback);

    public abstract void startSubscribing(String streamID);

    public abstract void stopSubscribing(String streamID);

    public abstract int getIndex();
}
