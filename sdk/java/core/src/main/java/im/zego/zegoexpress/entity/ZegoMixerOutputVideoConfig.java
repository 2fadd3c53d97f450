package im.zego.zegoexpress.entity;

import im.zego.zegoexpress.constants.ZegoEncodeProfile;
import im.zego.zegoexpress.constants.ZegoVideoCodecID;

public class ZegoMixerOutputVideoConfig {
    public ZegoVideoCodecID videoCodecID = ZegoVideoCodecID.DEFAULT;

    public int bitrate;

    public ZegoEncodeProfile encodeProfile = ZegoEncodeProfile.DEFAULT;

    public int encodeLatency;

    public boolean enableLowBitrateHD;

    public ZegoMixerOutputVideoConfig() {}

    public ZegoMixerOutputVideoConfig(ZegoVideoCodecID codecID, int bitrate) {
        this.videoCodecID = codecID;
        this.bitrate = bitrate;
    }

    public ZegoMixerOutputVideoConfig(
            ZegoVideoCodecID codecID, int bitrate, ZegoEncodeProfile profile, int encodeLatency) {
        this.videoCodecID = codecID;
        this.bitrate = bitrate;
        this.encodeProfile = profile;
        this.encodeLatency = encodeLatency;
    }

    public ZegoMixerOutputVideoConfig(
            ZegoVideoCodecID codecID,
            int bitrate,
            ZegoEncodeProfile profile,
            int encodeLatency,
            boolean enableLowBitrateHD) {
        this.videoCodecID = codecID;
        this.bitrate = bitrate;
        this.encodeProfile = profile;
        this.encodeLatency = encodeLatency;
        this.enableLowBitrateHD = enableLowBitrateHD;
    }
}
