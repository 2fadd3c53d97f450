package im.zego.zegoexpress.entity;

public class ZegoDeviceInfo {
    public String deviceID = "";

    public String deviceName = "";

    public String deviceExtraInfo = "";
}
