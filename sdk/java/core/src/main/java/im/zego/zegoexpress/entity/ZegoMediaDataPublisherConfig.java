package im.zego.zegoexpress.entity;

import im.zego.zegoexpress.constants.ZegoMediaDataPublisherMode;

public class ZegoMediaDataPublisherConfig {
    public int channel;

    public ZegoMediaDataPublisherMode mode = ZegoMediaDataPublisherMode.BOTH_VIDEO_AND_AUDIO;
}
