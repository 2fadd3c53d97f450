package im.zego.zegoexpress.callback;

public interface IZegoRangeSceneCreateItemCallback {
    void onCreateItemCallback(int errorCode, long itemID);
}
