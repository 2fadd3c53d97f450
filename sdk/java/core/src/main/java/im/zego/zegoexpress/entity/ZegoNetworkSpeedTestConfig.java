package im.zego.zegoexpress.entity;

public class ZegoNetworkSpeedTestConfig {
    public boolean testUplink;

    public int expectedUplinkBitrate;

    public boolean testDownlink;

    public int expectedDownlinkBitrate;
}
