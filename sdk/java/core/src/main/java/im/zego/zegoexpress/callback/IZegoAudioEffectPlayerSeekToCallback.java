package im.zego.zegoexpress.callback;

public interface IZegoAudioEffectPlayerSeekToCallback {
    void onSeekToCallback(int errorCode);
}
