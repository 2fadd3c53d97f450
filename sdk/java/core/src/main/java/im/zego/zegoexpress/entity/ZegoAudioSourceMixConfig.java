package im.zego.zegoexpress.entity;

public class ZegoAudioSourceMixConfig {
    public int[] mediaPlayerIndexList = new int[0];

    public int[] audioEffectPlayerIndexList = new int[0];

    public boolean enableMixScreenCapture;

    public int[] audioSourceIndexList = new int[0];

    public int audioSourceCount;
}
