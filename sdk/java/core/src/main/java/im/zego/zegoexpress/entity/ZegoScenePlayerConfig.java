package im.zego.zegoexpress.entity;

import im.zego.zegoexpress.constants.ZegoStreamResourceMode;

public class ZegoScenePlayerConfig {
    public int rangeSceneHandle;

    public ZegoStreamResourceMode resourceMode = ZegoStreamResourceMode.DEFAULT;

    public ZegoCDNConfig cdnConfig;
}
