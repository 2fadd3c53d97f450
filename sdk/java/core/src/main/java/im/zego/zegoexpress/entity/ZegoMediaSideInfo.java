package im.zego.zegoexpress.entity;

import java.nio.ByteBuffer;

public class ZegoMediaSideInfo {
    public String streamID = "";

    public ByteBuffer SEIData;

    public int SEIDataLength;

    public long timestampNs;

    public int moduleType;
}
