package im.zego.zegoexpress;

import im.zego.zegoexpress.entity.ZegoAudioFrameParam;
import java.nio.ByteBuffer;

public abstract class ZegoCustomAudioSource {
    public abstract int getIndex();

    public abstract int startCapture();

    public abstract int stopCapture();

    public abstract int enableAEC(boolean enable);

    public abstract int setVolume(int volume);

    public abstract int mute(boolean mute);

    public abstract int pushAudioFrame(ByteBuffer data, int dataLength, ZegoAudioFrameParam param);
}
