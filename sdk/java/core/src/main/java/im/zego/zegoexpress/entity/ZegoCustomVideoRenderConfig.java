package im.zego.zegoexpress.entity;

import im.zego.zegoexpress.constants.ZegoVideoBufferType;
import im.zego.zegoexpress.constants.ZegoVideoFrameFormatSeries;

public class ZegoCustomVideoRenderConfig {
    public ZegoVideoBufferType bufferType = ZegoVideoBufferType.UNKNOWN;

    public ZegoVideoFrameFormatSeries frameFormatSeries = ZegoVideoFrameFormatSeries.RGB;

    public boolean enableEngineRender;
}
