package im.zego.zegoexpress.entity;

public class ZegoVoiceChangerParam {
    public float pitch;
}
