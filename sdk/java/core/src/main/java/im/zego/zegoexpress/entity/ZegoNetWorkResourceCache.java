package im.zego.zegoexpress.entity;

public class ZegoNetWorkResourceCache {
    public int time;

    public int size;
}
