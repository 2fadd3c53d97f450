package im.zego.zegoexpress.callback;

import im.zego.zegoexpress.ZegoRangeScene;
import im.zego.zegoexpress.constants.ZegoSceneState;
import im.zego.zegoexpress.entity.ZegoPosition;
import im.zego.zegoexpress.entity.ZegoUser;

public abstract class IZegoRangeSceneEventHandler {
    public void onSceneStateUpdate(
            ZegoRangeScene rangeScene, ZegoSceneState state, int errorCode) {}

    public void onEnterView(ZegoRangeScene rangeScene, ZegoUser user, ZegoPosition position) {}

    public void onLeaveView(ZegoRangeScene rangeScene, String userID) {}

    public void onUserStatusUpdate(
            ZegoRangeScene rangeScene,
            String userID,
            ZegoPosition position,
            int channel,
            byte[] status) {}

    public void onUserCommandUpdate(
            ZegoRangeScene rangeScene,
            String userID,
            ZegoPosition position,
            int channel,
            byte[] command) {}

    public void onCustomCommandUpdate(ZegoRangeScene rangeScene, byte[] command) {}

    public void onSceneTokenWillExpire(ZegoRangeScene rangeScene, int remainTimeInSecond) {}
}
