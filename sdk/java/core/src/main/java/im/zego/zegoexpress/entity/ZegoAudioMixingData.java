package im.zego.zegoexpress.entity;

import java.nio.ByteBuffer;

public class ZegoAudioMixingData {
    public ByteBuffer audioData;

    public int audioDataLength;

    public ZegoAudioFrameParam param;

    public ByteBuffer SEIData;

    public int SEIDataLength;
}
