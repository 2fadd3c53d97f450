package im.zego.zegoexpress.entity;

public class ZegoReverbEchoParam {
    public float inGain;

    public float outGain;

    public int numDelays;

    public int[] delay = new int[0];

    public float[] decay = new float[0];
}
