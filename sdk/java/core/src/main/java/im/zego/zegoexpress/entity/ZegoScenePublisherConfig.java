package im.zego.zegoexpress.entity;

public class ZegoScenePublisherConfig {
    public int rangeSceneHandle;
}
