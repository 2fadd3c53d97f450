package io.freshet.sdk.event;

import im.zego.zegoexpress.callback.IZegoCustomVideoRenderHandler;
import im.zego.zegoexpress.constants.ZegoVideoFrameFormat;
import im.zego.zegoexpress.entity.ZegoVideoFrameParam;
import io.freshet.sdk.port.I420Picture;
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
    public void onFrame(String streamId, I420Picture picture) {
        IZegoCustomVideoRenderHandler current = handler;
        if (current == null) {
            return;
        }
        ZegoVideoFrameParam param = new ZegoVideoFrameParam();
        param.format = ZegoVideoFrameFormat.I420;
        param.strides[0] = picture.strideY();
        param.strides[1] = picture.strideU();
        param.strides[2] = picture.strideV();
        param.width = picture.width();
        param.height = picture.height();
        int chromaHeight = picture.chromaHeight();
        current.onRemoteVideoFrameRawData(
                new ByteBuffer[] {picture.y(), picture.u(), picture.v()},
                new int[] {
                    picture.strideY() * picture.height(),
                    picture.strideU() * chromaHeight,
                    picture.strideV() * chromaHeight
                },
                param,
                streamId);
    }
}
