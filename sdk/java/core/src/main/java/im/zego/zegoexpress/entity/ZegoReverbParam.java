package im.zego.zegoexpress.entity;

public class ZegoReverbParam {
    public float roomSize;

    public float reverberance;

    public float damping;

    public float dryWetRatio;
}
