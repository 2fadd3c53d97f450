package im.zego.zegoexpress.callback;

public interface IZegoCopyrightedMusicRequestResourceCallback {
    void onRequestResourceCallback(int errorCode, String resource);
}
