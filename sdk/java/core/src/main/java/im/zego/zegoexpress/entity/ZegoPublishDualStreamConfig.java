package im.zego.zegoexpress.entity;

import im.zego.zegoexpress.constants.ZegoVideoStreamType;

public class ZegoPublishDualStreamConfig {
    public ZegoVideoStreamType streamType = ZegoVideoStreamType.DEFAULT;

    public int encodeWidth;

    public int encodeHeight;

    public int fps;

    public int bitrate;
}
