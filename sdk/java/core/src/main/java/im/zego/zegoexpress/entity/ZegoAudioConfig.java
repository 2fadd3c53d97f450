package im.zego.zegoexpress.entity;

import im.zego.zegoexpress.constants.ZegoAudioChannel;
import im.zego.zegoexpress.constants.ZegoAudioCodecID;
import im.zego.zegoexpress.constants.ZegoAudioConfigPreset;

/// Published audio; 48 kbit/s mono unless set.
public class ZegoAudioConfig {
    /// kbit/s.
    public int bitrate = 48;

    public ZegoAudioChannel channel = ZegoAudioChannel.MONO;

    public ZegoAudioCodecID codecID = ZegoAudioCodecID.DEFAULT;

    public ZegoAudioConfig() {}

    public ZegoAudioConfig(ZegoAudioConfigPreset presetType) {
        switch (presetType) {
            case BASIC_QUALITY -> set(16, ZegoAudioChannel.MONO);
            case STANDARD_QUALITY -> set(48, ZegoAudioChannel.MONO);
            case STANDARD_QUALITY_STEREO -> set(56, ZegoAudioChannel.STEREO);
            case HIGH_QUALITY -> set(128, ZegoAudioChannel.MONO);
            case HIGH_QUALITY_STEREO -> set(192, ZegoAudioChannel.STEREO);
        }
    }

    private void set(int bitrate, ZegoAudioChannel channel) {
        this.bitrate = bitrate;
        this.channel = channel;
    }
}
