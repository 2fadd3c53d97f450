package im.zego.zegoexpress.entity;

public class ZegoBeautifyOption {
    public double polishStep;

    public double whitenFactor;

    public double sharpenFactor;
}
