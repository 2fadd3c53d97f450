package im.zego.zegoexpress.callback;

import im.zego.zegoexpress.entity.ZegoAudioFrameParam;
import java.nio.ByteBuffer;

public abstract class IZegoCustomAudioProcessHandler {
    public void onProcessCapturedAudioData(
            ByteBuffer data, int dataLength, ZegoAudioFrameParam param, double timestamp) {}

    public void onProcessCapturedAudioDataAfterUsedHeadphoneMonitor(
            ByteBuffer data, int dataLength, ZegoAudioFrameParam param, double timestamp) {}

    public void onAlignedAudioAuxData(ByteBuffer data, int dataLength, ZegoAudioFrameParam param) {}

    public void onBeforeAudioPrepAudioData(
            ByteBuffer data, int dataLength, ZegoAudioFrameParam param) {}

    public void onProcessRemoteAudioData(
            ByteBuffer data,
            int dataLength,
            ZegoAudioFrameParam param,
            String streamID,
            double timestamp) {}

    public void onProcessPlaybackAudioData(
            ByteBuffer data, int dataLength, ZegoAudioFrameParam param, double timestamp) {}
}
