package im.zego.zegoexpress.callback;

public abstract class IZegoApiCalledEventHandler {
    public void onApiCalledResult(int errorCode, String funcName, String info) {}
}
