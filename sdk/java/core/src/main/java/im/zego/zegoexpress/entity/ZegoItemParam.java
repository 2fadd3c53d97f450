package im.zego.zegoexpress.entity;

import im.zego.zegoexpress.constants.ZegoCreateItemMode;

public class ZegoItemParam {
    public long itemID;

    public int capacity;

    public ZegoPosition position;

    public ZegoCreateItemMode createMode = ZegoCreateItemMode.NO_BIND;
}
