package im.zego.zegoexpress.callback;

public interface IZegoCopyrightedMusicGetSharedResourceCallback {
    void onGetSharedResourceCallback(int errorCode, String resource);
}
