package im.zego.zegoexpress.entity;

public class ZegoPosition {
    public float[] coordinate = new float[0];

    public ZegoPositionOrientation motionOrientation;

    public ZegoPositionOrientation cameraOrientation;
}
