package im.zego.zegoexpress.callback;

public interface IZegoCopyrightedMusicInitCallback {
    void onInitCallback(int errorCode);
}
