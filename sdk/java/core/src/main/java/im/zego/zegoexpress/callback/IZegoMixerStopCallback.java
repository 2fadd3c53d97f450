package im.zego.zegoexpress.callback;

public interface IZegoMixerStopCallback {
    void onMixerStopResult(int errorCode);
}
