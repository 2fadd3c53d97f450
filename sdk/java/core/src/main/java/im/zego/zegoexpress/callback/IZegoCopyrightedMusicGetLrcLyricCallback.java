package im.zego.zegoexpress.callback;

public interface IZegoCopyrightedMusicGetLrcLyricCallback {
    void onGetLrcLyricCallback(int errorCode, String lyrics);
}
