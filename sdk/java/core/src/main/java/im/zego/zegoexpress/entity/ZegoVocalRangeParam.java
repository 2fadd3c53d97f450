package im.zego.zegoexpress.entity;

public class ZegoVocalRangeParam {
    public float min;

    public float max;
}
