package im.zego.zegoexpress.callback;

public interface IZegoRangeSceneUpdateItemCommandCallback {
    void onUpdateItemCommandCallback(int errorCode, long itemID);
}
