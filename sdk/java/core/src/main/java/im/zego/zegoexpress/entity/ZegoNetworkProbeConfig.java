package im.zego.zegoexpress.entity;

public class ZegoNetworkProbeConfig {
    public boolean enableTraceroute;
}
