package im.zego.zegoexpress.entity;

public class ZegoRoomConfig {
    public int maxMemberCount;

    public boolean isUserStatusNotify;

    public String token = "";

    public int capabilityNegotiationTypes;

    public int roomType;
}
