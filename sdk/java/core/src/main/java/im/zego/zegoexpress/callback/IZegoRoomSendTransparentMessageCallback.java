package im.zego.zegoexpress.callback;

public interface IZegoRoomSendTransparentMessageCallback {
    void onRoomSendTransparentMessageResult(int errorCode);
}
