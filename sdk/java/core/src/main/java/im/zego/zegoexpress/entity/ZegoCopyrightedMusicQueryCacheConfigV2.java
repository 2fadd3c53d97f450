package im.zego.zegoexpress.entity;

public class ZegoCopyrightedMusicQueryCacheConfigV2 {
    public String songID = "";

    public int resourceType;

    public int resourceQualityType;

    public int vendorID;
}
