package im.zego.zegoexpress.callback;

public interface IZegoPublisherUpdateCdnUrlCallback {
    void onPublisherUpdateCdnUrlResult(int errorCode);
}
