package im.zego.zegoexpress.entity;

import im.zego.zegoexpress.constants.ZegoSEIType;

public class ZegoSEIConfig {
    public ZegoSEIType type = ZegoSEIType.ZEGO_DEFINED;
}
