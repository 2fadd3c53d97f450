package im.zego.zegoexpress.callback;

public interface IZegoPlayerTakeSnapshotCallback {
    void onPlayerTakeSnapshotResult(int errorCode, Object image);
}
