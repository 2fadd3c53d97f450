package im.zego.zegoexpress.entity;

public class ZegoMixerImageInfo {
    public String url;

    public int displayMode;

    public ZegoMixerImageInfo(String url) {
        this.url = url;
    }

    public ZegoMixerImageInfo(String url, int displayMode) {
        this.url = url;
        this.displayMode = displayMode;
    }
}
