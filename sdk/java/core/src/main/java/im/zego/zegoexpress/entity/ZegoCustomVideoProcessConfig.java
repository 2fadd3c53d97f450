package im.zego.zegoexpress.entity;

import im.zego.zegoexpress.constants.ZegoVideoBufferType;

public class ZegoCustomVideoProcessConfig {
    public ZegoVideoBufferType bufferType = ZegoVideoBufferType.UNKNOWN;
}
