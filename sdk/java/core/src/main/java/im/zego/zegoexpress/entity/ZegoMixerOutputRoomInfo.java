package im.zego.zegoexpress.entity;

public class ZegoMixerOutputRoomInfo {
    public String roomID;

    public String userID;

    public ZegoMixerOutputRoomInfo(String roomID, String userID) {
        this.roomID = roomID;
        this.userID = userID;
    }
}
