package im.zego.zegoexpress.callback;

import im.zego.zegoexpress.ZegoRangeScene;
import im.zego.zegoexpress.constants.ZegoTeamState;
import im.zego.zegoexpress.constants.ZegoUpdateType;
import im.zego.zegoexpress.entity.ZegoUser;
import java.util.ArrayList;

public abstract class IZegoRangeSceneTeamEventHandler {
    public void onTeamStateUpdate(
            ZegoRangeScene rangeScene, int teamID, ZegoTeamState state, int errorCode) {}

    public void onTeamMemberUpdate(
            ZegoRangeScene rangeScene,
            int teamID,
            ZegoUpdateType updateType,
            ArrayList<ZegoUser> userList) {}
}
