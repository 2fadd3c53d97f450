package im.zego.zegoexpress.entity;

public class ZegoSeq {
    public int seq;
}
