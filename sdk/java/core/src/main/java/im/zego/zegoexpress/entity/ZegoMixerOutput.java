package im.zego.zegoexpress.entity;

public class ZegoMixerOutput {
    public String target;

    public ZegoMixerOutputVideoConfig videoConfig;

    public ZegoMixerOutputRoomInfo targetRoom;

    public ZegoMixerOutput(String target) {
        this.target = target;
    }

    public void setVideoConfig(ZegoMixerOutputVideoConfig config) {
        this.videoConfig = config;
    }

    public void setTargetRoom(ZegoMixerOutputRoomInfo info) {
        this.targetRoom = info;
    }
}
