package im.zego.zegoexpress;

import im.zego.zegoexpress.callback.IZegoAIVoiceChangerEventHandler;

public abstract class ZegoAIVoiceChanger {
    public abstract int getIndex();

    public abstract void setEventHandler(IZegoAIVoiceChangerEventHandler handler);

    public abstract void initEngine();

    public abstract void update();

    public abstract void getSpeakerList();

    public abstract void setSpeaker(int speakerID);
}
