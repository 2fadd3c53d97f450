package im.zego.zegoexpress.entity;

public class ZegoNetworkProbeHttpResult {
    public int errorCode;

    public int requestCostTime;
}
