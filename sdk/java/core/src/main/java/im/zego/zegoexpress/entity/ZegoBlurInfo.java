package im.zego.zegoexpress.entity;

public class ZegoBlurInfo {
    public int topPadding;

    public int leftPadding;

    public int bottomPadding;

    public int rightPadding;
}
