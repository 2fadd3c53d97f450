package im.zego.zegoexpress.entity;

public class ZegoBroadcastMessageInfo {
    public String message = "";

    public long messageID;

    public long sendTime;

    public ZegoUser fromUser;
}
