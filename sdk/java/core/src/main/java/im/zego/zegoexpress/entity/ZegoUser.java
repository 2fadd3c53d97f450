package im.zego.zegoexpress.entity;

public class ZegoUser {
    public String userID;

    public String userName;

    public ZegoUser(String userID, String userName) {
        this.userID = userID;
        this.userName = userName;
    }

    public ZegoUser(String userID) {
        this(userID, userID);
    }
}
