package im.zego.zegoexpress.entity;

public class ZegoCopyrightedMusicGetLyricConfig {
    public String songID = "";

    public int vendorID;
}
