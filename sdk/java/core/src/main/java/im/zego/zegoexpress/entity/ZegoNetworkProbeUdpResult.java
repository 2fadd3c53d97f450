package im.zego.zegoexpress.entity;

public class ZegoNetworkProbeUdpResult {
    public int errorCode;

    public int rtt;
}
