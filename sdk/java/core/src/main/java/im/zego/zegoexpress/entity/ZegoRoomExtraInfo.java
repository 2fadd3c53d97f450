package im.zego.zegoexpress.entity;

public class ZegoRoomExtraInfo {
    public String key = "";

    public String value = "";

    public ZegoUser updateUser;

    public long updateTime;
}
