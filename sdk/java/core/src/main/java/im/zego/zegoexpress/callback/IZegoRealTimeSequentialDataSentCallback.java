package im.zego.zegoexpress.callback;

public interface IZegoRealTimeSequentialDataSentCallback {
    void onRealTimeSequentialDataSent(int errorCode);
}
