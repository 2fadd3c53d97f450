package im.zego.zegoexpress.callback;

import im.zego.zegoexpress.ZegoMediaPlayer;
import im.zego.zegoexpress.entity.ZegoAudioFrameParam;
import java.nio.ByteBuffer;

public interface IZegoMediaPlayerAudioHandler {
    void onAudioFrame(
            ZegoMediaPlayer mediaPlayer,
            ByteBuffer data,
            int dataLength,
            ZegoAudioFrameParam param);
}
