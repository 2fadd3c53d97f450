package im.zego.zegoexpress.callback;

import im.zego.zegoexpress.entity.ZegoAudioFrameParam;
import java.nio.ByteBuffer;

public abstract class IZegoAudioDataHandler {
    public void onCapturedAudioData(ByteBuffer data, int dataLength, ZegoAudioFrameParam param) {}

    public void onPlaybackAudioData(ByteBuffer data, int dataLength, ZegoAudioFrameParam param) {}

    public void onMixedAudioData(ByteBuffer data, int dataLength, ZegoAudioFrameParam param) {}

    public void onPlayerAudioData(
            ByteBuffer data, int dataLength, ZegoAudioFrameParam param, String streamID) {}
}
