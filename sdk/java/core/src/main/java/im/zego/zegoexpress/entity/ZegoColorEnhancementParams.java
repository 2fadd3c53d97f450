package im.zego.zegoexpress.entity;

public class ZegoColorEnhancementParams {
    public float intensity;

    public float skinToneProtectionLevel;

    public float lipColorProtectionLevel;
}
