package im.zego.zegoexpress.entity;

import im.zego.zegoexpress.constants.ZegoVideoEncodedFrameFormat;
import java.nio.ByteBuffer;

public class ZegoVideoEncodedFrameParam {
    public ZegoVideoEncodedFrameFormat format = ZegoVideoEncodedFrameFormat.AVCC;

    public boolean isKeyFrame;

    public int rotation;

    public int width;

    public int height;

    public ByteBuffer SEIData;

    public int SEIDataLength;

    public boolean isExternalClock;
}
