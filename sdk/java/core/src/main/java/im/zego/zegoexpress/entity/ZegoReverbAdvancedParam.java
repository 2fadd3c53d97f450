package im.zego.zegoexpress.entity;

public class ZegoReverbAdvancedParam {
    public float roomSize;

    public float reverberance;

    public float damping;

    public boolean wetOnly;

    public float wetGain;

    public float dryGain;

    public float toneLow;

    public float toneHigh;

    public float preDelay;

    public float stereoWidth;
}
