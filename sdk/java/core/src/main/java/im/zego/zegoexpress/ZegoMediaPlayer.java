package im.zego.zegoexpress;

import im.zego.zegoexpress.callback.IZegoMediaPlayerAudioHandler;
import im.zego.zegoexpress.callback.IZegoMediaPlayerBlockDataHandler;
import im.zego.zegoexpress.callback.IZegoMediaPlayerEventHandler;
import im.zego.zegoexpress.callback.IZegoMediaPlayerLoadResourceCallback;
import im.zego.zegoexpress.callback.IZegoMediaPlayerSeekToCallback;
import im.zego.zegoexpress.callback.IZegoMediaPlayerTakeSnapshotCallback;
import im.zego.zegoexpress.callback.IZegoMediaPlayerVideoHandler;
import im.zego.zegoexpress.constants.ZegoLiveAudioEffectMode;
import im.zego.zegoexpress.constants.ZegoMediaPlayerAudioChannel;
import im.zego.zegoexpress.constants.ZegoMediaPlayerAudioTrackMode;
import im.zego.zegoexpress.constants.ZegoMediaPlayerState;
import im.zego.zegoexpress.constants.ZegoMediaStreamType;
import im.zego.zegoexpress.constants.ZegoVideoFrameFormat;
import im.zego.zegoexpress.entity.ZegoAccurateSeekConfig;
import im.zego.zegoexpress.entity.ZegoCanvas;
import im.zego.zegoexpress.entity.ZegoMediaPlayerMediaInfo;
import im.zego.zegoexpress.entity.ZegoMediaPlayerResource;
import im.zego.zegoexpress.entity.ZegoMediaPlayerStatisticsInfo;
import im.zego.zegoexpress.entity.ZegoNetWorkResourceCache;
import im.zego.zegoexpress.entity.ZegoVoiceChangerParam;
import java.util.HashMap;

public abstract class ZegoMediaPlayer {
    public abstract void setEventHandler(IZegoMediaPlayerEventHandler handler);

    public abstract void setVideoHandler(
            IZegoMediaPlayerVideoHandler handler, ZegoVideoFrameFormat format);

    public abstract void setAudioHandler(IZegoMediaPlayerAudioHandler handler);

    public abstract void setBlockDataHandler(
            IZegoMediaPlayerBlockDataHandler handler, int blockSize);

    public abstract void loadResource(String path, IZegoMediaPlayerLoadResourceCallback callback);

    public abstract void loadResourceWithPosition(
            String path, long startPosition, IZegoMediaPlayerLoadResourceCallback callback);

    public abstract void loadResourceFromMediaData(
            byte[] mediaData, long startPosition, IZegoMediaPlayerLoadResourceCallback callback);

    public abstract void loadCopyrightedMusicResourceWithPosition(
            String resourceID, long startPosition, IZegoMediaPlayerLoadResourceCallback callback);

    public abstract void loadResourceWithConfig(
            ZegoMediaPlayerResource resource, IZegoMediaPlayerLoadResourceCallback callback);

    public abstract void start();

    public abstract void stop();

    public abstract void pause();

    public abstract void resume();

    public abstract void seekTo(long millisecond, IZegoMediaPlayerSeekToCallback callback);

    public abstract void enableRepeat(boolean enable);

    public abstract void setPlaySpeed(float speed);

    public abstract void enableAux(boolean enable);

    public abstract void muteLocal(boolean mute);

    public abstract void setPlayerCanvas(ZegoCanvas canvas);

    public abstract void setVolume(int volume);

    public abstract void setPlayVolume(int volume);

    public abstract void setPublishVolume(int volume);

    public abstract void setProgressInterval(long millisecond);

    public abstract int getPlayVolume();

    public abstract int getPublishVolume();

    public abstract long getTotalDuration();

    public abstract long getCurrentProgress();

    public abstract long getCurrentRenderingProgress();

    public abstract int getAudioTrackCount();

    public abstract void setAudioTrackIndex(int index);

    public abstract void setAudioTrackMode(ZegoMediaPlayerAudioTrackMode mode);

    public abstract void setAudioTrackPublishIndex(int index);

    public abstract void enableVoiceChanger(
            ZegoMediaPlayerAudioChannel audioChannel, boolean enable, ZegoVoiceChangerParam param);

    public abstract ZegoMediaPlayerState getCurrentState();

    public abstract int getIndex();

    public abstract void takeSnapshot(IZegoMediaPlayerTakeSnapshotCallback callback);

    public abstract void enableAccurateSeek(boolean enable, ZegoAccurateSeekConfig config);

    public abstract void setNetWorkResourceMaxCache(int time, int size);

    public abstract ZegoNetWorkResourceCache getNetWorkResourceCache();

    public abstract void setNetWorkBufferThreshold(int threshold);

    public abstract void enableSoundLevelMonitor(boolean enable, int millisecond);

    public abstract void enableFrequencySpectrumMonitor(boolean enable, int millisecond);

    public abstract void setActiveAudioChannel(ZegoMediaPlayerAudioChannel audioChannel);

    public abstract void clearView();

    public abstract ZegoMediaPlayerMediaInfo getMediaInfo();

    public abstract void updatePosition(float[] position);

    public abstract void setHttpHeader(HashMap<String, String> headers);

    public abstract void setPlayMediaStreamType(ZegoMediaStreamType streamType);

    public abstract void enableLiveAudioEffect(boolean enable, ZegoLiveAudioEffectMode mode);

    public abstract void enableLocalCache(boolean enable, String cacheDir);

    public abstract void enableViewMirror(boolean enable);

    public abstract ZegoMediaPlayerStatisticsInfo getPlaybackStatistics();

    @Deprecated
    public abstract void setVoiceChangerParam(
            ZegoMediaPlayerAudioChannel audioChannel, ZegoVoiceChangerParam param);
}
