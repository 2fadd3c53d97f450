package im.zego.zegoexpress.callback;

public interface IZegoDestroyCompletionCallback {
    void onDestroyCompletion();
}
