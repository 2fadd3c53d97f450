package im.zego.zegoexpress.entity;

import im.zego.zegoexpress.constants.ZegoAudioChannel;
import im.zego.zegoexpress.constants.ZegoAudioSampleRate;

public class ZegoAudioFrameParam {
    public ZegoAudioSampleRate sampleRate = ZegoAudioSampleRate.UNKNOWN;

    public ZegoAudioChannel channel = ZegoAudioChannel.UNKNOWN;
}
