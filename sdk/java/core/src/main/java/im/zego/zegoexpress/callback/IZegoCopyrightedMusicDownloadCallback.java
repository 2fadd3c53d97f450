package im.zego.zegoexpress.callback;

public interface IZegoCopyrightedMusicDownloadCallback {
    void onDownloadCallback(int errorCode);
}
