package im.zego.zegoexpress.entity;

public class ZegoCopyrightedMusicRequestConfigV2 {
    public String songID = "";

    public int mode;

    public int vendorID;

    public String roomID = "";

    public String masterID = "";

    public int sceneID;

    public int resourceType;
}
