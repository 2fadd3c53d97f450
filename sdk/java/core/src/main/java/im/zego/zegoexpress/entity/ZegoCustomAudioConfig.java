package im.zego.zegoexpress.entity;

import im.zego.zegoexpress.constants.ZegoAudioSourceType;

public class ZegoCustomAudioConfig {
    public ZegoAudioSourceType sourceType = ZegoAudioSourceType.DEFAULT;
}
