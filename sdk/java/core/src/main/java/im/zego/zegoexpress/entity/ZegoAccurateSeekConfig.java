package im.zego.zegoexpress.entity;

public class ZegoAccurateSeekConfig {
    public long timeout;
}
