package im.zego.zegoexpress.callback;

import im.zego.zegoexpress.ZegoRangeAudio;
import im.zego.zegoexpress.constants.ZegoRangeAudioMicrophoneState;

public abstract class IZegoRangeAudioEventHandler {
    public void onRangeAudioMicrophoneStateUpdate(
            ZegoRangeAudio rangeAudio, ZegoRangeAudioMicrophoneState state, int errorCode) {}
}
