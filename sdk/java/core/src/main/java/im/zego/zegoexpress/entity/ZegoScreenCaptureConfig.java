package im.zego.zegoexpress.entity;

import im.zego.zegoexpress.constants.ZegoScreenCaptureOrientation;

public class ZegoScreenCaptureConfig {
    public boolean captureVideo;

    public boolean captureAudio;

    public int applicationVolume;

    public ZegoAudioFrameParam audioParam;

    public Object cropRect;

    public ZegoScreenCaptureOrientation orientation = ZegoScreenCaptureOrientation.AUTO;
}
