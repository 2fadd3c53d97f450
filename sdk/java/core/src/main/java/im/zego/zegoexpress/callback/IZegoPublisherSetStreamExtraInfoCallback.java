package im.zego.zegoexpress.callback;

public interface IZegoPublisherSetStreamExtraInfoCallback {
    void onPublisherSetStreamExtraInfoResult(int errorCode);
}
