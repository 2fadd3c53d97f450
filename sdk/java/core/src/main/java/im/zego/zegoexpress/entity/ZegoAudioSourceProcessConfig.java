package im.zego.zegoexpress.entity;

public class ZegoAudioSourceProcessConfig {
    public int[] mixAudioSourceIndexList = new int[0];
}
