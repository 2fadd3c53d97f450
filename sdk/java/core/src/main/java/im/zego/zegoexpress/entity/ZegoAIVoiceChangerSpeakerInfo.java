package im.zego.zegoexpress.entity;

public class ZegoAIVoiceChangerSpeakerInfo {
    public int id;

    public String name = "";
}
