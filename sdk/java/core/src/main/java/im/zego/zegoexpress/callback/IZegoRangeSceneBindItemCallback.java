package im.zego.zegoexpress.callback;

public interface IZegoRangeSceneBindItemCallback {
    void onBindItemCallback(int errorCode, long itemID);
}
