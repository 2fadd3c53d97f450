package im.zego.zegoexpress.entity;

import im.zego.zegoexpress.constants.ZegoVideoRateControlMode;

public class ZegoMixerVideoConfig {
    public int width = 360;

    public int height = 640;

    public int fps = 15;

    public int bitrate = 600;

    public int quality;

    public ZegoVideoRateControlMode rateControlMode = ZegoVideoRateControlMode.CONSTANT_RATE;

    public ZegoMixerVideoConfig() {}

    public ZegoMixerVideoConfig(int width, int height, int fps, int bitrate) {
        this.width = width;
        this.height = height;
        this.fps = fps;
        this.bitrate = bitrate;
    }
}
