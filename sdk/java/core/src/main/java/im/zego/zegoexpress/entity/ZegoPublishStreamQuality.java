package im.zego.zegoexpress.entity;

import im.zego.zegoexpress.constants.ZegoStreamQualityLevel;
import im.zego.zegoexpress.constants.ZegoVideoCodecID;

public class ZegoPublishStreamQuality {
    public double videoCaptureFPS;

    public double videoEncodeFPS;

    public double videoSendFPS;

    public double videoKBPS;

    public double audioCaptureFPS;

    public double audioSendFPS;

    public double audioKBPS;

    public int rtt;

    public double packetLostRate;

    public ZegoStreamQualityLevel level = ZegoStreamQualityLevel.UNKNOWN;

    public boolean isHardwareEncode;

    public ZegoVideoCodecID videoCodecID = ZegoVideoCodecID.DEFAULT;

    public double totalSendBytes;

    public double audioSendBytes;

    public double videoSendBytes;

    public int audioTrafficControlRate;

    public int videoTrafficControlRate;
}
