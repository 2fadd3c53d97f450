package im.zego.zegoexpress.entity;

import im.zego.zegoexpress.constants.ZegoCopyrightedMusicBillingMode;
import im.zego.zegoexpress.constants.ZegoCopyrightedMusicVendorID;

public class ZegoCopyrightedMusicRequestConfig {
    public String songID = "";

    public ZegoCopyrightedMusicBillingMode mode = ZegoCopyrightedMusicBillingMode.COUNT;

    public ZegoCopyrightedMusicVendorID vendorID =
            ZegoCopyrightedMusicVendorID.ZEGO_COPYRIGHTED_MUSIC_VENDOR_DEFAULT;

    public String roomID = "";

    public String masterID = "";

    public int sceneID;
}
