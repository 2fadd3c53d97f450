package im.zego.zegoexpress.callback;

public interface IZegoCopyrightedMusicSendExtendedRequestCallback {
    void onSendExtendedRequestCallback(int errorCode, String command, String result);
}
