package im.zego.zegoexpress.entity;

import im.zego.zegoexpress.constants.ZegoBroadcastMode;

public class ZegoSceneParam {
    public ZegoUser user;

    public long sceneID;

    public int templateID;

    public ZegoPosition position;

    public ZegoBroadcastMode broadcastMode = ZegoBroadcastMode.NONE;

    public String token = "";
}
