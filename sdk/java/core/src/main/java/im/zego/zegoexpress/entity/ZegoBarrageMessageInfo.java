package im.zego.zegoexpress.entity;

public class ZegoBarrageMessageInfo {
    public String message = "";

    public String messageID = "";

    public long sendTime;

    public ZegoUser fromUser;
}
