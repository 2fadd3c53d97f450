package im.zego.zegoexpress.entity;

import im.zego.zegoexpress.constants.ZegoCopyrightedMusicVendorID;

public class ZegoCopyrightedMusicGetSharedConfig {
    public String songID = "";

    public ZegoCopyrightedMusicVendorID vendorID =
            ZegoCopyrightedMusicVendorID.ZEGO_COPYRIGHTED_MUSIC_VENDOR_DEFAULT;

    public String roomID = "";
}
