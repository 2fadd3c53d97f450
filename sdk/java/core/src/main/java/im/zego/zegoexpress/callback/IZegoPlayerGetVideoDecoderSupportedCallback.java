package im.zego.zegoexpress.callback;

public interface IZegoPlayerGetVideoDecoderSupportedCallback {
    void onPlayerGetVideoDecoderSupportedResult(int support);
}
