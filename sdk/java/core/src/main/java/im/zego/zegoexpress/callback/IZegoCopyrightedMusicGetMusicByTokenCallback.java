package im.zego.zegoexpress.callback;

public interface IZegoCopyrightedMusicGetMusicByTokenCallback {
    void onGetMusicByTokenCallback(int errorCode, String resource);
}
