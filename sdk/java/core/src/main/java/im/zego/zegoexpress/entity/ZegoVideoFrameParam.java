package im.zego.zegoexpress.entity;

import im.zego.zegoexpress.constants.ZegoVideoFrameFormat;

public class ZegoVideoFrameParam {
    public ZegoVideoFrameFormat format = ZegoVideoFrameFormat.UNKNOWN;

    public final int[] strides = new int[4];

    public int width;

    public int height;

    public int rotation;
}
