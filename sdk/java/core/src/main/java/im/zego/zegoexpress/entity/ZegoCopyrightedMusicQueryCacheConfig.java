package im.zego.zegoexpress.entity;

import im.zego.zegoexpress.constants.ZegoCopyrightedMusicResourceQualityType;
import im.zego.zegoexpress.constants.ZegoCopyrightedMusicResourceType;
import im.zego.zegoexpress.constants.ZegoCopyrightedMusicVendorID;

public class ZegoCopyrightedMusicQueryCacheConfig {
    public String songID = "";

    public ZegoCopyrightedMusicResourceType resourceType =
            ZegoCopyrightedMusicResourceType.ZEGO_COPYRIGHTED_MUSIC_RESOURCE_SONG;

    public ZegoCopyrightedMusicResourceQualityType resourceQualityType =
            ZegoCopyrightedMusicResourceQualityType.ZEGO_COPYRIGHTED_MUSIC_RESOURCE_QUALITY_NORMAL;

    public ZegoCopyrightedMusicVendorID vendorID =
            ZegoCopyrightedMusicVendorID.ZEGO_COPYRIGHTED_MUSIC_VENDOR_DEFAULT;
}
