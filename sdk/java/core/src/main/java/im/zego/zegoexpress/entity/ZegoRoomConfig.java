package im.zego.zegoexpress.entity;

/// How to log in to a room.
public class ZegoRoomConfig {
    /// Users allowed in the room; 0 for no limit. The room's first user decides.
    public int maxMemberCount;

    /// Whether to be told of other users, and others of this one.
    public boolean isUserStatusNotify;

    /// Token04 from the app's own server; may be empty if the engine has an AppSign.
    public String token = "";

    public int capabilityNegotiationTypes;

    public int roomType;
}
