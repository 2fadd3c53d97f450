package im.zego.zegoexpress.callback;

public interface IZegoRangeSceneUpdateItemStatusCallback {
    void onUpdateItemStatusCallback(int errorCode, long itemID);
}
