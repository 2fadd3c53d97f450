package io.freshet.sdk.event;

import im.zego.zegoexpress.callback.IZegoCustomVideoRenderHandler;
import im.zego.zegoexpress.constants.ZegoVideoFrameFormat;
import im.zego.zegoexpress.entity.ZegoVideoFrameParam;
import io.freshet.sdk.port.MediaEngine;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// Hands decoded pictures to the app as I420, on the thread that decoded them.
public final class FrameHandOver implements MediaEngine.VideoFrameSink {
    private volatile @Nullable IZegoCustomVideoRenderHandler handler;

    /// Null clears.
    public void set(@Nullable IZegoCustomVideoRenderHandler newHandler) {
        handler = newHandler;
    }

    @Override
    public void onFrame(
            String streamId,
            ByteBuffer y,
            int strideY,
            ByteBuffer u,
            int strideU,
            ByteBuffer v,
            int strideV,
            int width,
            int height) {
        IZegoCustomVideoRenderHandler current = handler;
        if (current == null) {
            return;
        }
        ZegoVideoFrameParam param = new ZegoVideoFrameParam();
        param.format = ZegoVideoFrameFormat.I420;
        param.strides[0] = strideY;
        param.strides[1] = strideU;
        param.strides[2] = strideV;
        param.width = width;
        param.height = height;
        int chromaHeight = (height + 1) / 2;
        current.onRemoteVideoFrameRawData(
                new ByteBuffer[] {y, u, v},
                new int[] {strideY * height, strideU * chromaHeight, strideV * chromaHeight},
                param,
                streamId);
    }
}
