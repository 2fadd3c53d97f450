package im.zego.zegoexpress.entity;

public class ZegoCrossAppInfo {
    public long appID;

    public String token = "";
}
