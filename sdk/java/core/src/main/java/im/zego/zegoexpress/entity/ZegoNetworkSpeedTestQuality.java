package im.zego.zegoexpress.entity;

import im.zego.zegoexpress.constants.ZegoStreamQualityLevel;

public class ZegoNetworkSpeedTestQuality {
    public int connectCost;

    public int rtt;

    public double packetLostRate;

    public ZegoStreamQualityLevel quality = ZegoStreamQualityLevel.EXCELLENT;
}
