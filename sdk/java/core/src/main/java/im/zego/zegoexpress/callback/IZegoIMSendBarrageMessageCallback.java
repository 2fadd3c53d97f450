package im.zego.zegoexpress.callback;

public interface IZegoIMSendBarrageMessageCallback {
    void onIMSendBarrageMessageResult(int errorCode, String messageID);
}
