package im.zego.zegoexpress.callback;

public interface IZegoCopyrightedMusicRequestAccompanimentClipCallback {
    void onRequestAccompanimentClipCallback(int errorCode, String resource);
}
