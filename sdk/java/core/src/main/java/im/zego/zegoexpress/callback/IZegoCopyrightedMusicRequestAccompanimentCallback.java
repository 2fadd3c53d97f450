package im.zego.zegoexpress.callback;

public interface IZegoCopyrightedMusicRequestAccompanimentCallback {
    void onRequestAccompanimentCallback(int errorCode, String resource);
}
