package im.zego.zegoexpress.entity;

public class ZegoNetworkProbeTcpResult {
    public int errorCode;

    public int rtt;

    public int connectCostTime;
}
