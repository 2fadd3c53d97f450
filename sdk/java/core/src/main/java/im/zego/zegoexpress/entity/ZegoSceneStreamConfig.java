package im.zego.zegoexpress.entity;

public class ZegoSceneStreamConfig {
    public boolean enablePlayInRange;

    public boolean enablePublishToWorld;
}
