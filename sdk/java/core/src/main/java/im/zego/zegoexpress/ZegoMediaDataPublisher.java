package im.zego.zegoexpress;

import im.zego.zegoexpress.callback.IZegoMediaDataPublisherEventHandler;

public abstract class ZegoMediaDataPublisher {
    public abstract void setEventHandler(IZegoMediaDataPublisherEventHandler handler);

    public abstract void addMediaFilePath(String path, boolean isClear);

    public abstract void reset();

    public abstract void setVideoSendDelayTime(int delayTime);

    public abstract void seekTo(long millisecond);

    public abstract long getTotalDuration();

    public abstract long getCurrentDuration();

    public abstract int getIndex();
}
