package im.zego.zegoexpress.callback;

import im.zego.zegoexpress.constants.ZegoPublishChannel;
import im.zego.zegoexpress.constants.ZegoVideoFlipMode;
import im.zego.zegoexpress.entity.ZegoVideoEncodedFrameParam;
import im.zego.zegoexpress.entity.ZegoVideoFrameParam;
import java.nio.ByteBuffer;

public abstract class IZegoCustomVideoRenderHandler {
    public void onCapturedVideoFrameRawData(
            ByteBuffer[] data,
            int[] dataLength,
            ZegoVideoFrameParam param,
            ZegoVideoFlipMode flipMode,
            ZegoPublishChannel channel) {}

    public void onRemoteVideoFrameRawData(
            ByteBuffer[] data, int[] dataLength, ZegoVideoFrameParam param, String streamID) {}

    public void onRemoteVideoFrameEncodedData(
            ByteBuffer data,
            int dataLength,
            ZegoVideoEncodedFrameParam param,
            long referenceTimeMillisecond,
            String streamID) {}
}
