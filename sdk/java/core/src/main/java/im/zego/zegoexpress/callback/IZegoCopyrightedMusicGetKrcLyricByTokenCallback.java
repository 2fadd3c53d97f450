package im.zego.zegoexpress.callback;

public interface IZegoCopyrightedMusicGetKrcLyricByTokenCallback {
    void onGetKrcLyricByTokenCallback(int errorCode, String lyrics);
}
