package im.zego.zegoexpress.entity;

public class ZegoRoomStreamList {
    public ZegoStream[] publishStreamList = new ZegoStream[0];

    public ZegoStream[] playStreamList = new ZegoStream[0];
}
