package im.zego.zegoexpress.entity;

public class ZegoFacePositionInfo {
    public Object position;
}
