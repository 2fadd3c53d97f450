package im.zego.zegoexpress.entity;

import im.zego.zegoexpress.constants.ZegoMixImageCheckMode;
import im.zego.zegoexpress.constants.ZegoStreamAlignmentMode;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;

public class ZegoMixerTask {
    public String taskID;

    public ZegoMixerAudioConfig audioConfig;

    public ZegoMixerVideoConfig videoConfig;

    public ArrayList<ZegoMixerInput> inputList = new ArrayList<>();

    public ArrayList<ZegoMixerOutput> outputList = new ArrayList<>();

    public ZegoWatermark watermark;

    public ZegoMixerWhiteboard whiteboard;

    public int backgroundColor;

    public String backgroundImageURL = "";

    public boolean soundLevel;

    public ZegoStreamAlignmentMode streamAlignmentMode = ZegoStreamAlignmentMode.NONE;

    public ByteBuffer userData;

    public int userDataLength;

    public HashMap<String, String> advancedConfig = new HashMap<>();

    public int minPlayStreamBufferLength;

    public ZegoMixImageCheckMode mixImageCheckMode = ZegoMixImageCheckMode.NORMAL;

    public ZegoMixerTask(String taskID) {
        this.taskID = taskID;
    }

    public String getTaskID() {
        return taskID;
    }

    public void setInputList(ArrayList<ZegoMixerInput> inputList) {
        this.inputList = inputList;
    }

    public void setOutputList(ArrayList<ZegoMixerOutput> outputList) {
        this.outputList = outputList;
    }

    public void setAudioConfig(ZegoMixerAudioConfig config) {
        this.audioConfig = config;
    }

    public void setVideoConfig(ZegoMixerVideoConfig config) {
        this.videoConfig = config;
    }

    public void setBackgroundColor(int backgroundColor) {
        this.backgroundColor = backgroundColor;
    }

    public void setBackgroundImageURL(String backgroundImageURL) {
        this.backgroundImageURL = backgroundImageURL;
    }

    public void setWatermark(ZegoWatermark watermark) {
        this.watermark = watermark;
    }

    public void setWhiteboard(ZegoMixerWhiteboard whiteboard) {
        this.whiteboard = whiteboard;
    }

    public void enableSoundLevel(boolean enable) {
        this.soundLevel = enable;
    }

    public void setStreamAlignmentMode(ZegoStreamAlignmentMode mode) {
        this.streamAlignmentMode = mode;
    }

    public void setUserData(ByteBuffer data, int length) {
        this.userData = data;
        this.userDataLength = length;
    }

    public void setAdvancedConfig(HashMap<String, String> advancedConfig) {
        this.advancedConfig = advancedConfig;
    }

    public void setMinPlayStreamBufferLength(int minPlayStreamBufferLength) {
        this.minPlayStreamBufferLength = minPlayStreamBufferLength;
    }

    public void setMixImageCheckMode(ZegoMixImageCheckMode mixImageCheckMode) {
        this.mixImageCheckMode = mixImageCheckMode;
    }
}
