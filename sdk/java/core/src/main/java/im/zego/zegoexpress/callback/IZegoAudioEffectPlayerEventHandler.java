package im.zego.zegoexpress.callback;

import im.zego.zegoexpress.ZegoAudioEffectPlayer;
import im.zego.zegoexpress.constants.ZegoAudioEffectPlayState;

public abstract class IZegoAudioEffectPlayerEventHandler {
    public void onAudioEffectPlayStateUpdate(
            ZegoAudioEffectPlayer audioEffectPlayer,
            int audioEffectID,
            ZegoAudioEffectPlayState state,
            int errorCode) {}
}
