package im.zego.zegoexpress.callback;

public interface IZegoMediaPlayerLoadResourceCallback {
    void onLoadResourceCallback(int errorCode);
}
