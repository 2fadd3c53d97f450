package im.zego.zegoexpress.callback;

public interface IZegoMediaPlayerTakeSnapshotCallback {
    void onPlayerTakeSnapshotResult(int errorCode, Object image);
}
