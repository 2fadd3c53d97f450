package im.zego.zegoexpress.callback;

import im.zego.zegoexpress.constants.ZegoPublishChannel;
import im.zego.zegoexpress.entity.ZegoVideoFrameParam;
import java.nio.ByteBuffer;

public abstract class IZegoCustomVideoProcessHandler {
    public void onStart(ZegoPublishChannel channel) {}

    public void onStop(ZegoPublishChannel channel) {}

    public void onCapturedUnprocessedRawData(
            ByteBuffer data,
            int[] dataLength,
            ZegoVideoFrameParam param,
            long referenceTimeMillisecond,
            ZegoPublishChannel channel) {}

    public void onCapturedUnprocessedTextureData(
            int textureID,
            int width,
            int height,
            long referenceTimeMillisecond,
            ZegoPublishChannel channel) {}

    public Object getCustomVideoProcessInputSurfaceTexture(
            int width, int height, ZegoPublishChannel channel) {
        return null;
    }
}
