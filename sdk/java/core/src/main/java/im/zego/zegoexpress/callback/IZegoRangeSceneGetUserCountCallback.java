package im.zego.zegoexpress.callback;

public interface IZegoRangeSceneGetUserCountCallback {
    void onGetUserCountCallback(int errorCode, int count);
}
