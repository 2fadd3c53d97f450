package im.zego.zegoexpress.callback;

public interface IZegoCopyrightedMusicGetStandardPitchCallback {
    void onGetStandardPitchCallback(int errorCode, String pitch);
}
