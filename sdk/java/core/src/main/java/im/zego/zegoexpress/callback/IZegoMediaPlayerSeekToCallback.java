package im.zego.zegoexpress.callback;

public interface IZegoMediaPlayerSeekToCallback {
    void onSeekToTimeCallback(int errorCode);
}
