package im.zego.zegoexpress.entity;

import im.zego.zegoexpress.constants.ZegoSwitchPlayingStreamType;

public class ZegoSwitchPlayingStreamConfig {
    public ZegoSwitchPlayingStreamType switchType = ZegoSwitchPlayingStreamType.DEFAULT;

    public int switchTimeout;
}
