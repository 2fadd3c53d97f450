package im.zego.zegoexpress.callback;

public interface IZegoRangeSceneUnbindItemCallback {
    void onUnbindItemCallback(int errorCode, long itemID);
}
