package im.zego.zegoexpress;

import im.zego.zegoexpress.callback.IZegoAudioEffectPlayerEventHandler;
import im.zego.zegoexpress.callback.IZegoAudioEffectPlayerLoadResourceCallback;
import im.zego.zegoexpress.callback.IZegoAudioEffectPlayerSeekToCallback;
import im.zego.zegoexpress.entity.ZegoAudioEffectPlayConfig;

public abstract class ZegoAudioEffectPlayer {
    public abstract void setEventHandler(IZegoAudioEffectPlayerEventHandler handler);

    public abstract void start(int audioEffectID, String path, ZegoAudioEffectPlayConfig config);

    public abstract void stop(int audioEffectID);

    public abstract void pause(int audioEffectID);

    public abstract void resume(int audioEffectID);

    public abstract void stopAll();

    public abstract void pauseAll();

    public abstract void resumeAll();

    public abstract void seekTo(
            int audioEffectID, long millisecond, IZegoAudioEffectPlayerSeekToCallback callback);

    public abstract void setVolume(int audioEffectID, int volume);

    public abstract void setPlayVolume(int audioEffectID, int volume);

    public abstract void setPublishVolume(int audioEffectID, int volume);

    public abstract void setVolumeAll(int volume);

    public abstract void setPlayVolumeAll(int volume);

    public abstract void setPublishVolumeAll(int volume);

    public abstract void setPlaySpeed(int audioEffectID, float speed);

    public abstract long getTotalDuration(int audioEffectID);

    public abstract long getCurrentProgress(int audioEffectID);

    public abstract void loadResource(
            int audioEffectID, String path, IZegoAudioEffectPlayerLoadResourceCallback callback);

    public abstract void unloadResource(int audioEffectID);

    public abstract void updatePosition(int audioEffectID, float[] position);

    public abstract int getIndex();
}
