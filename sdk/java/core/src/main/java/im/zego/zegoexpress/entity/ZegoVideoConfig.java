package im.zego.zegoexpress.entity;

import im.zego.zegoexpress.constants.ZegoVideoCodecID;
import im.zego.zegoexpress.constants.ZegoVideoConfigPreset;

/// Size, rate and bitrate of published video; 360x640, 15 frames/s, 600 kbit/s unless set.
public class ZegoVideoConfig {
    public int captureWidth = 360;

    public int captureHeight = 640;

    public int encodeWidth = 360;

    public int encodeHeight = 640;

    /// Frames a second.
    public int fps = 15;

    /// kbit/s.
    public int bitrate = 600;

    public ZegoVideoCodecID codecID = ZegoVideoCodecID.DEFAULT;

    /// Seconds, 2 to 5.
    public int keyFrameInterval = 2;

    public ZegoVideoConfig() {}

    public ZegoVideoConfig(ZegoVideoConfigPreset preset) {
        switch (preset) {
            case PRESET_180P -> set(180, 320, 300);
            case PRESET_270P -> set(270, 480, 400);
            case PRESET_360P -> set(360, 640, 600);
            case PRESET_540P -> set(540, 960, 1200);
            case PRESET_720P -> set(720, 1280, 1500);
            case PRESET_1080P -> set(1080, 1920, 3000);
        }
    }

    private void set(int width, int height, int bitrate) {
        captureWidth = width;
        captureHeight = height;
        encodeWidth = width;
        encodeHeight = height;
        this.bitrate = bitrate;
    }

    public void setCaptureResolution(int width, int height) {
        captureWidth = width;
        captureHeight = height;
    }

    public void setEncodeResolution(int width, int height) {
        encodeWidth = width;
        encodeHeight = height;
    }

    public void setVideoFPS(int fps) {
        this.fps = fps;
    }

    public void setVideoBitrate(int bitrate) {
        this.bitrate = bitrate;
    }

    public void setCodecID(ZegoVideoCodecID codecID) {
        this.codecID = codecID;
    }
}
