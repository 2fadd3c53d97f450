package im.zego.zegoexpress.callback;

public interface IZegoCopyrightedMusicRequestSongCallback {
    void onRequestSongCallback(int errorCode, String resource);
}
