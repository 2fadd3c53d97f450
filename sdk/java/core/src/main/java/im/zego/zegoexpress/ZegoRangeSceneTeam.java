package im.zego.zegoexpress;

import im.zego.zegoexpress.callback.IZegoRangeSceneJoinTeamCallback;
import im.zego.zegoexpress.callback.IZegoRangeSceneLeaveTeamCallback;
import im.zego.zegoexpress.callback.IZegoRangeSceneTeamEventHandler;
import im.zego.zegoexpress.entity.ZegoTeamParam;

public abstract class ZegoRangeSceneTeam {
    public abstract boolean setEventHandler(IZegoRangeSceneTeamEventHandler handler);

    public abstract int joinTeam(ZegoTeamParam config, IZegoRangeSceneJoinTeamCallback callback);

    public abstract int leaveTeam(int teamID, IZegoRangeSceneLeaveTeamCallback callback);
}
