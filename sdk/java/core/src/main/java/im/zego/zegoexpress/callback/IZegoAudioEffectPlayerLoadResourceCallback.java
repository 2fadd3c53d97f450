package im.zego.zegoexpress.callback;

public interface IZegoAudioEffectPlayerLoadResourceCallback {
    void onLoadResourceCallback(int errorCode);
}
