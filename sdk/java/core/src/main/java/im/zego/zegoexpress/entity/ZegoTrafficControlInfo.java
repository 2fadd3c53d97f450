package im.zego.zegoexpress.entity;

public class ZegoTrafficControlInfo {
    public int width;

    public int height;

    public int fps;

    public int bitrate;
}
