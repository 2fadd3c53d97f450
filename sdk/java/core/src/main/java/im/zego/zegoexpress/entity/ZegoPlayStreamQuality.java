package im.zego.zegoexpress.entity;

import im.zego.zegoexpress.constants.ZegoStreamQualityLevel;
import im.zego.zegoexpress.constants.ZegoVideoCodecID;

public class ZegoPlayStreamQuality {
    public double videoRecvFPS;

    public double videoDejitterFPS;

    public double videoDecodeFPS;

    public double videoRenderFPS;

    public double videoKBPS;

    public double videoBreakRate;

    public double audioRecvFPS;

    public double audioDejitterFPS;

    public double audioDecodeFPS;

    public double audioRenderFPS;

    public double audioKBPS;

    public double audioBreakRate;

    public double mos = -1;

    public int rtt;

    public double packetLostRate;

    public int peerToPeerDelay;

    public double peerToPeerPacketLostRate;

    public ZegoStreamQualityLevel level = ZegoStreamQualityLevel.UNKNOWN;

    public int delay;

    public int avTimestampDiff;

    public boolean isHardwareDecode;

    public ZegoVideoCodecID videoCodecID = ZegoVideoCodecID.DEFAULT;

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
