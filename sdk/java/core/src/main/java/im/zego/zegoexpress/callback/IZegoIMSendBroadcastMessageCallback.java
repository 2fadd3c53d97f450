package im.zego.zegoexpress.callback;

public interface IZegoIMSendBroadcastMessageCallback {
    void onIMSendBroadcastMessageResult(int errorCode, long messageID);
}
