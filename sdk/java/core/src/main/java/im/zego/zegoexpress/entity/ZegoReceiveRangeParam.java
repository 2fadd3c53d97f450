package im.zego.zegoexpress.entity;

public class ZegoReceiveRangeParam {
    public float min;

    public float max;
}
