package im.zego.zegoexpress.callback;

import im.zego.zegoexpress.ZegoMediaPlayer;
import java.nio.ByteBuffer;

public abstract class IZegoMediaPlayerBlockDataHandler {
    public void onBlockBegin(ZegoMediaPlayer mediaPlayer, String path) {}

    public int onBlockData(ZegoMediaPlayer mediaPlayer, ByteBuffer buffer) {
        return 0;
    }
}
