package im.zego.zegoexpress.callback;

public interface IZegoRoomSetRoomExtraInfoCallback {
    void onRoomSetRoomExtraInfoResult(int errorCode);
}
