package im.zego.zegoexpress.callback;

public interface IZegoIMSendCustomCommandCallback {
    void onIMSendCustomCommandResult(int errorCode);
}
