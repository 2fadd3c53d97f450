package im.zego.zegoexpress.callback;

import im.zego.zegoexpress.ZegoMediaPlayer;
import im.zego.zegoexpress.constants.ZegoMediaPlayerFirstFrameEvent;
import im.zego.zegoexpress.constants.ZegoMediaPlayerNetworkEvent;
import im.zego.zegoexpress.constants.ZegoMediaPlayerState;

public abstract class IZegoMediaPlayerEventHandler {
    public void onMediaPlayerStateUpdate(
            ZegoMediaPlayer mediaPlayer, ZegoMediaPlayerState state, int errorCode) {}

    public void onMediaPlayerNetworkEvent(
            ZegoMediaPlayer mediaPlayer, ZegoMediaPlayerNetworkEvent networkEvent) {}

    public void onMediaPlayerPlayingProgress(ZegoMediaPlayer mediaPlayer, long millisecond) {}

    public void onMediaPlayerRenderingProgress(ZegoMediaPlayer mediaPlayer, long millisecond) {}

    public void onMediaPlayerVideoSizeChanged(ZegoMediaPlayer mediaPlayer, int width, int height) {}

    public void onMediaPlayerRecvSEI(ZegoMediaPlayer mediaPlayer, byte[] data) {}

    public void onMediaPlayerSoundLevelUpdate(ZegoMediaPlayer mediaPlayer, float soundLevel) {}

    public void onMediaPlayerFrequencySpectrumUpdate(
            ZegoMediaPlayer mediaPlayer, float[] spectrumList) {}

    public void onMediaPlayerFirstFrameEvent(
            ZegoMediaPlayer mediaPlayer, ZegoMediaPlayerFirstFrameEvent event) {}

    public void onMediaPlayerLocalCache(
            ZegoMediaPlayer mediaPlayer, int errorCode, String resource, String cachedFile) {}
}
