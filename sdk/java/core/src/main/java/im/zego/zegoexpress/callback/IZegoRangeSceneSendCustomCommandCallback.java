package im.zego.zegoexpress.callback;

public interface IZegoRangeSceneSendCustomCommandCallback {
    void onSendCustomCommandCallback(int errorCode);
}
