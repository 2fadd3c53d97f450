package im.zego.zegoexpress;

import im.zego.zegoexpress.constants.ZegoAudioVADType;
import java.nio.ByteBuffer;

public abstract class ZegoAudioVADClient {
    public abstract ZegoAudioVADType update(
            ByteBuffer data, int dataLength, int sampleRate, int channels);

    public abstract boolean reset();
}
