package im.zego.zegoexpress.callback;

public interface IZegoRangeSceneDestroyItemCallback {
    void onDestroyItemCallback(int errorCode, long itemID);
}
