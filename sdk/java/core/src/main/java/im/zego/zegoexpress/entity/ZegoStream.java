package im.zego.zegoexpress.entity;

public class ZegoStream {
    public ZegoUser user;

    public String streamID = "";

    public String extraInfo = "";
}
