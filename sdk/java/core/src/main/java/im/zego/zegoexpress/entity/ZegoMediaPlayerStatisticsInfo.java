package im.zego.zegoexpress.entity;

public class ZegoMediaPlayerStatisticsInfo {
    public double videoSourceFps;

    public double videoDecodeFps;

    public double videoRenderFps;

    public double audioSourceFps;

    public double audioDecodeFps;

    public double audioRenderFps;
}
