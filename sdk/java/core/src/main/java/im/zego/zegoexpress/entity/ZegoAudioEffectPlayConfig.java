package im.zego.zegoexpress.entity;

public class ZegoAudioEffectPlayConfig {
    public int playCount;

    public boolean isPublishOut;
}
