package im.zego.zegoexpress.entity;

import im.zego.zegoexpress.constants.ZegoResourceType;
import im.zego.zegoexpress.constants.ZegoStreamResourceMode;
import im.zego.zegoexpress.constants.ZegoStreamResourceSwitchMode;
import im.zego.zegoexpress.constants.ZegoStreamResourceType;
import im.zego.zegoexpress.constants.ZegoVideoCodecID;

/// How to play a stream.
public class ZegoPlayerConfig {
    /// ONLY_L3, ONLY_RTC or DEFAULT; the others are not done (1000010).
    public ZegoStreamResourceMode resourceMode = ZegoStreamResourceMode.DEFAULT;

    /// Not done: leave null (1000010).
    public ZegoCDNConfig cdnConfig;

    /// Required in multi-room mode (1004070).
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
