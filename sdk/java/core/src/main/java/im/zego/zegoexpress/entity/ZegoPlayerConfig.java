package im.zego.zegoexpress.entity;

import im.zego.zegoexpress.constants.ZegoResourceType;
import im.zego.zegoexpress.constants.ZegoStreamResourceMode;
import im.zego.zegoexpress.constants.ZegoStreamResourceSwitchMode;
import im.zego.zegoexpress.constants.ZegoStreamResourceType;
import im.zego.zegoexpress.constants.ZegoVideoCodecID;

public class ZegoPlayerConfig {
    public ZegoStreamResourceMode resourceMode = ZegoStreamResourceMode.DEFAULT;

    public ZegoCDNConfig cdnConfig;

    public String roomID = "";

    public ZegoVideoCodecID videoCodecID = ZegoVideoCodecID.UNKNOWN;

    public ZegoResourceType sourceResourceType = ZegoResourceType.RTC;

    public int codecTemplateID;

    public ZegoStreamResourceSwitchMode resourceSwitchMode = ZegoStreamResourceSwitchMode.DEFAULT;

    public ZegoStreamResourceType resourceWhenStopPublish = ZegoStreamResourceType.DEFAULT;

    public int adaptiveSwitch;

    public int[] adaptiveTemplateIDList = new int[0];

    public ZegoCustomPlayerResourceConfig customResourceConfig;

    public ZegoSwitchPlayingStreamConfig switchStreamConfig;
}
