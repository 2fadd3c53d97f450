package im.zego.zegoexpress.entity;

public class ZegoRoiRect {
    public int x;

    public int y;

    public int width;

    public int height;

    public int strength;
}
