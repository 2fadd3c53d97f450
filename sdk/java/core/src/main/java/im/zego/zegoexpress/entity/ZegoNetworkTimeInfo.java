package im.zego.zegoexpress.entity;

public class ZegoNetworkTimeInfo {
    public long timestamp;

    public int maxDeviation;
}
