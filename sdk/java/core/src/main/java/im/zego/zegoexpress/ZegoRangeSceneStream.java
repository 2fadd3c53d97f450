package im.zego.zegoexpress;

import im.zego.zegoexpress.callback.IZegoRangeSceneStreamEventHandler;
import im.zego.zegoexpress.entity.ZegoReceiveRangeParam;

public abstract class ZegoRangeSceneStream {
    public abstract boolean setEventHandler(IZegoRangeSceneStreamEventHandler handler);

    public abstract int setReceiveRange(float range);

    public abstract int setReceiveRange(ZegoReceiveRangeParam param);

    public abstract int enableRangeSpatializer(boolean enable);

    public abstract int mutePlayAudio(String userID, boolean mute);

    public abstract int mutePlayVideo(String userID, boolean mute);
}
