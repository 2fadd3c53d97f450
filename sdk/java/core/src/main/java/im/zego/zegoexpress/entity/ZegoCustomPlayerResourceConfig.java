package im.zego.zegoexpress.entity;

import im.zego.zegoexpress.constants.ZegoResourceType;

public class ZegoCustomPlayerResourceConfig {
    public ZegoResourceType beforePublish = ZegoResourceType.CDN;

    public ZegoResourceType publishing = ZegoResourceType.CDN;

    public ZegoResourceType afterPublish = ZegoResourceType.CDN;
}
