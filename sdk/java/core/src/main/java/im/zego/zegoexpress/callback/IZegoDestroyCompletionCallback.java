package im.zego.zegoexpress.callback;

/// An engine is gone.
public interface IZegoDestroyCompletionCallback {
    void onDestroyCompletion();
}
