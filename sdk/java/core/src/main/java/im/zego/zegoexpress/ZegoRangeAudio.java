package im.zego.zegoexpress;

import im.zego.zegoexpress.callback.IZegoRangeAudioEventHandler;
import im.zego.zegoexpress.constants.ZegoRangeAudioListenMode;
import im.zego.zegoexpress.constants.ZegoRangeAudioMode;
import im.zego.zegoexpress.constants.ZegoRangeAudioSpeakMode;
import im.zego.zegoexpress.entity.ZegoReceiveRangeParam;
import im.zego.zegoexpress.entity.ZegoVocalRangeParam;

public abstract class ZegoRangeAudio {
    public abstract void setEventHandler(IZegoRangeAudioEventHandler handler);

    public abstract void setAudioReceiveRange(float range);

    public abstract int setAudioReceiveRange(ZegoReceiveRangeParam param);

    public abstract void setPositionUpdateFrequency(int frequency);

    public abstract void setRangeAudioVolume(int volume);

    public abstract void setStreamVocalRange(String streamID, float vocalRange);

    public abstract int setStreamVocalRange(String streamID, ZegoVocalRangeParam param);

    public abstract void updateStreamPosition(String streamID, float[] position);

    public abstract void updateSelfPosition(
            float[] position, float[] axisForward, float[] axisRight, float[] axisUp);

    public abstract void updateAudioSource(String userID, float[] position);

    public abstract void enableSpatializer(boolean enable);

    public abstract void enableMicrophone(boolean enable);

    public abstract void enableSpeaker(boolean enable);

    public abstract void setRangeAudioMode(ZegoRangeAudioMode mode);

    public abstract void setRangeAudioCustomMode(
            ZegoRangeAudioSpeakMode speakMode, ZegoRangeAudioListenMode listenMode);

    public abstract void setTeamID(String teamID);

    public abstract void muteUser(String userID, boolean mute);
}
