package im.zego.zegoexpress.entity;

public class ZegoSoundLevelInfo {
    public float soundLevel;

    public int vad;
}
