package im.zego.zegoexpress.entity;

public class ZegoRtcStatsInfo {
    public double totalTxBandwidth;

    public int avgTxRtt;

    public double avgTxPacketLostRate;

    public double totalRxBandwidth;

    public int avgRxRtt;

    public double avgRxPacketLostRate;

    public int avgPeerToPeerDelay;
}
