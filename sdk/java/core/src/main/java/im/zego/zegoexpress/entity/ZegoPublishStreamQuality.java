package im.zego.zegoexpress.entity;

import im.zego.zegoexpress.constants.ZegoStreamQualityLevel;
import im.zego.zegoexpress.constants.ZegoVideoCodecID;

/// How publishing went in the last 3 s.
public class ZegoPublishStreamQuality {
    public double videoCaptureFPS;

    public double videoEncodeFPS;

    public double videoSendFPS;

    /// kbit/s.
    public double videoKBPS;

    public double audioCaptureFPS;

    public double audioSendFPS;

    /// kbit/s.
    public double audioKBPS;

    /// Round trip to the server, ms.
    public int rtt;

    /// 0 to 1, of the last 3 s.
    public double packetLostRate;

    public ZegoStreamQualityLevel level = ZegoStreamQualityLevel.UNKNOWN;

    public boolean isHardwareEncode;

    public ZegoVideoCodecID videoCodecID = ZegoVideoCodecID.DEFAULT;

    /// Since publishing began.
    public double totalSendBytes;

    public double audioSendBytes;

    public double videoSendBytes;

    public int audioTrafficControlRate;

    public int videoTrafficControlRate;
}
