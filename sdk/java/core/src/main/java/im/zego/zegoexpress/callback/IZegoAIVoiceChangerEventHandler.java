package im.zego.zegoexpress.callback;

import im.zego.zegoexpress.ZegoAIVoiceChanger;
import im.zego.zegoexpress.constants.ZegoAIVoiceChangerEvent;
import im.zego.zegoexpress.entity.ZegoAIVoiceChangerSpeakerInfo;
import java.util.ArrayList;

public abstract class IZegoAIVoiceChangerEventHandler {
    public void onInit(ZegoAIVoiceChanger aiVoiceChanger, int errorCode) {}

    public void onUpdateProgress(
            ZegoAIVoiceChanger aiVoiceChanger, double percent, int fileIndex, int fileCount) {}

    public void onUpdate(ZegoAIVoiceChanger aiVoiceChanger, int errorCode) {}

    public void onGetSpeakerList(
            ZegoAIVoiceChanger aiVoiceChanger,
            int errorCode,
            ArrayList<ZegoAIVoiceChangerSpeakerInfo> speakerList) {}

    public void onEvent(ZegoAIVoiceChanger aiVoiceChanger, ZegoAIVoiceChangerEvent event) {}

    public void onSetSpeaker(ZegoAIVoiceChanger aiVoiceChanger, int errorCode) {}
}
