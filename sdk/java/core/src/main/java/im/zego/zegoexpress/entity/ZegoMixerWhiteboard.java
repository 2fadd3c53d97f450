package im.zego.zegoexpress.entity;

public class ZegoMixerWhiteboard {
    public long whiteboardID;

    public int horizontalRatio;

    public int verticalRatio;

    public boolean isPPTAnimation;

    public Object layout;

    public int zOrder;

    public int backgroundColor;
}
