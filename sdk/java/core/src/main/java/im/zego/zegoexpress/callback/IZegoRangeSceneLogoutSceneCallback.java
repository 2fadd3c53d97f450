package im.zego.zegoexpress.callback;

public interface IZegoRangeSceneLogoutSceneCallback {
    void onLogoutSceneCallback(int errorCode);
}
