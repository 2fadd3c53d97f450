package im.zego.zegoexpress.entity;

public class ZegoMediaPlayerMediaInfo {
    public int width;

    public int height;

    public int frameRate;
}
