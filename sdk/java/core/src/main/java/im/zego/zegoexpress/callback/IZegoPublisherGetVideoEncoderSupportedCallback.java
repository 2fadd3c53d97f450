package im.zego.zegoexpress.callback;

public interface IZegoPublisherGetVideoEncoderSupportedCallback {
    void onPublisherGetVideoEncoderSupportedResult(int support);
}
