package im.zego.zegoexpress.entity;

public class ZegoPositionOrientation {
    public float[] axisForward = new float[0];

    public float[] axisRight = new float[0];

    public float[] axisUp = new float[0];
}
