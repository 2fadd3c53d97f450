package im.zego.zegoexpress.entity;

public class ZegoSoundLevelConfig {
    public int millisecond = 100;

    public boolean enableVAD;
}
