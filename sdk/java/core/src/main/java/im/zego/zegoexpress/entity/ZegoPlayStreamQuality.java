package im.zego.zegoexpress.entity;

import im.zego.zegoexpress.constants.ZegoStreamQualityLevel;
import im.zego.zegoexpress.constants.ZegoVideoCodecID;

/// How playing went in the last 3 s.
public class ZegoPlayStreamQuality {
    public double videoRecvFPS;

    public double videoDejitterFPS;

    public double videoDecodeFPS;

    public double videoRenderFPS;

    /// kbit/s.
    public double videoKBPS;

    /// Share of the last 3 s without a new picture, 0 to 1.
    public double videoBreakRate;

    public double audioRecvFPS;

    public double audioDejitterFPS;

    public double audioDecodeFPS;

    public double audioRenderFPS;

    /// kbit/s.
    public double audioKBPS;

    public double audioBreakRate;

    /// -1: not measured.
    public double mos = -1;

    /// Round trip to the server, ms.
    public int rtt;

    /// 0 to 1, of the last 3 s.
    public double packetLostRate;

    /// Not measured yet: 0.
    public int peerToPeerDelay;

    public double peerToPeerPacketLostRate;

    public ZegoStreamQualityLevel level = ZegoStreamQualityLevel.UNKNOWN;

    /// Delay in the jitter buffer here, ms.
    public int delay;

    public int avTimestampDiff;

    public boolean isHardwareDecode;

    public ZegoVideoCodecID videoCodecID = ZegoVideoCodecID.DEFAULT;

    /// Since playing began.
    public double totalRecvBytes;

    public double audioRecvBytes;

    public double videoRecvBytes;

    public int audioCumulativeBreakCount;

    public int audioCumulativeBreakTime;

    public double audioCumulativeBreakRate;

    public int audioCumulativeDecodeTime;

    public int videoCumulativeBreakCount;

    public int videoCumulativeBreakTime;

    public double videoCumulativeBreakRate;

    public int videoCumulativeDecodeTime;

    public int muteVideo;

    public int muteAudio;
}
