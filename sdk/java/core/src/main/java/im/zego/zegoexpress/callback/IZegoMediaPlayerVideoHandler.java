package im.zego.zegoexpress.callback;

import im.zego.zegoexpress.ZegoMediaPlayer;
import im.zego.zegoexpress.entity.ZegoVideoFrameParam;
import java.nio.ByteBuffer;
import org.json.JSONObject;

public abstract class IZegoMediaPlayerVideoHandler {
    public void onVideoFrame(
            ZegoMediaPlayer mediaPlayer,
            ByteBuffer[] data,
            int[] dataLength,
            ZegoVideoFrameParam param) {}

    public void onVideoFrame(
            ZegoMediaPlayer mediaPlayer,
            ByteBuffer[] data,
            int[] dataLength,
            ZegoVideoFrameParam param,
            JSONObject extraInfo) {}
}
