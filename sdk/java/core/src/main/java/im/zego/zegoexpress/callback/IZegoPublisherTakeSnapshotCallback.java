package im.zego.zegoexpress.callback;

public interface IZegoPublisherTakeSnapshotCallback {
    void onPublisherTakeSnapshotResult(int errorCode, Object image);
}
