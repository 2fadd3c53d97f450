package im.zego.zegoexpress.entity;

import im.zego.zegoexpress.constants.ZegoStreamAlignmentMode;
import im.zego.zegoexpress.constants.ZegoStreamAlignmentVolumeControlMode;
import java.util.ArrayList;

public class ZegoAutoMixerTask {
    public String taskID = "";

    public String roomID = "";

    public ZegoMixerAudioConfig audioConfig;

    public ArrayList<ZegoMixerOutput> outputList = new ArrayList<>();

    public boolean enableSoundLevel;

    public ZegoStreamAlignmentMode streamAlignmentMode = ZegoStreamAlignmentMode.NONE;

    public int minPlayStreamBufferLength;

    public ZegoStreamAlignmentVolumeControlMode streamAlignmentVolumeControlMode =
            ZegoStreamAlignmentVolumeControlMode.CLOSE;

    public String streamAlignmentBaselineStreamID = "";
}
