package im.zego.zegoexpress.callback;

import im.zego.zegoexpress.ZegoRangeScene;
import im.zego.zegoexpress.constants.ZegoDeviceState;
import im.zego.zegoexpress.constants.ZegoStreamState;

public abstract class IZegoRangeSceneStreamEventHandler {
    public void onUserStreamStateUpdate(
            ZegoRangeScene rangeScene, String userID, String streamID, ZegoStreamState state) {}

    public void onUserMicUpdate(ZegoRangeScene rangeScene, String userID, ZegoDeviceState state) {}

    public void onUserCameraUpdate(
            ZegoRangeScene rangeScene, String userID, ZegoDeviceState state) {}

    public void onUserSpeakerUpdate(
            ZegoRangeScene rangeScene, String userID, ZegoDeviceState state) {}
}
