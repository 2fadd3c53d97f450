package im.zego.zegoexpress.entity;

/// Somebody in a room.
public class ZegoUser {
    /// 1 to 63 bytes; unique in the AppID: a later login of the same user ends the earlier one.
    public String userID;

    /// Up to 255 bytes for display; may be empty, not null.
    public String userName;

    public ZegoUser(String userID, String userName) {
        this.userID = userID;
        this.userName = userName;
    }

    /// The name is the same as the ID.
    public ZegoUser(String userID) {
        this(userID, userID);
    }
}
