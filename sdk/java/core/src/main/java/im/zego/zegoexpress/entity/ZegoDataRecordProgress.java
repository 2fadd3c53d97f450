package im.zego.zegoexpress.entity;

public class ZegoDataRecordProgress {
    public long duration;

    public long currentFileSize;

    public ZegoPublishStreamQuality quality;
}
