package im.zego.zegoexpress.callback;

public interface IZegoAudioCaptureDeviceEnableCallback {
    void onAudioCaptureDeviceEnableResult(int errorCode);
}
