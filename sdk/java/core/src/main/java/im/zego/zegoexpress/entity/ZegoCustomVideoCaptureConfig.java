package im.zego.zegoexpress.entity;

import im.zego.zegoexpress.constants.ZegoVideoBufferType;

public class ZegoCustomVideoCaptureConfig {
    public ZegoVideoBufferType bufferType = ZegoVideoBufferType.UNKNOWN;
}
