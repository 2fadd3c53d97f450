package im.zego.zegoexpress.callback;

import im.zego.zegoexpress.entity.ZegoAudioMixingData;

public interface IZegoAudioMixingHandler {
    ZegoAudioMixingData onAudioMixingCopyData(int expectedDataLength);
}
