package im.zego.zegoexpress.entity;

import im.zego.zegoexpress.constants.ZegoMixRenderMode;
import im.zego.zegoexpress.constants.ZegoMixerInputContentType;
import java.util.HashMap;

public class ZegoMixerInput {
    public String streamID;

    public ZegoMixerInputContentType contentType;

    public Object layout;

    public int soundLevelID;

    public int volume = 100;

    public boolean isAudioFocus;

    public int audioDirection = -1;

    public ZegoLabelInfo label;

    public ZegoMixRenderMode renderMode = ZegoMixRenderMode.FILL;

    public ZegoMixerImageInfo imageInfo;

    public int cornerRadius;

    public HashMap<String, String> advancedConfig = new HashMap<>();

    public ZegoBlurInfo blurInfo;

    public ZegoMixerInput(String streamID, ZegoMixerInputContentType contentType, Object layout) {
        this.streamID = streamID;
        this.contentType = contentType;
        this.layout = layout;
    }

    public ZegoMixerInput(
            String streamID,
            ZegoMixerInputContentType contentType,
            Object layout,
            int soundLevelID) {
        this.streamID = streamID;
        this.contentType = contentType;
        this.layout = layout;
        this.soundLevelID = soundLevelID;
    }

    public ZegoMixerInput(
            String streamID,
            ZegoMixerInputContentType contentType,
            Object layout,
            int soundLevelID,
            boolean isAudioFocus,
            int audioDirection) {
        this.streamID = streamID;
        this.contentType = contentType;
        this.layout = layout;
        this.soundLevelID = soundLevelID;
        this.isAudioFocus = isAudioFocus;
        this.audioDirection = audioDirection;
    }
}
