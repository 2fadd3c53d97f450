package im.zego.zegoexpress.entity;

import im.zego.zegoexpress.constants.ZegoVideoFrameFormat;

/// Layout of a raw picture.
public class ZegoVideoFrameParam {
    public ZegoVideoFrameFormat format = ZegoVideoFrameFormat.UNKNOWN;

    /// Bytes from one line to the next, for each plane.
    public final int[] strides = new int[4];

    public int width;

    public int height;

    /// Clockwise degrees: 0, 90, 180 or 270.
    public int rotation;
}
