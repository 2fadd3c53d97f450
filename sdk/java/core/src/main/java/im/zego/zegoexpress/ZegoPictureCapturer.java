package im.zego.zegoexpress;

public abstract class ZegoPictureCapturer {
    public abstract void setPath(String path);

    public abstract int getIndex();
}
