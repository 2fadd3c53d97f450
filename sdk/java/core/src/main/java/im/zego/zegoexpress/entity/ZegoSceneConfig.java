package im.zego.zegoexpress.entity;

public class ZegoSceneConfig {
    public int channelCount;
}
