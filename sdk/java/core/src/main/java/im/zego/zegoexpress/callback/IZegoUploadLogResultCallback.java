package im.zego.zegoexpress.callback;

public interface IZegoUploadLogResultCallback {
    void onUploadLogResult(int errorCode);
}
