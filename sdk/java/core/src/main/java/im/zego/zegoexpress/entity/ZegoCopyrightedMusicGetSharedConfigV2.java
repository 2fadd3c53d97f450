package im.zego.zegoexpress.entity;

public class ZegoCopyrightedMusicGetSharedConfigV2 {
    public String songID = "";

    public int vendorID;

    public String roomID = "";

    public int resourceType;
}
