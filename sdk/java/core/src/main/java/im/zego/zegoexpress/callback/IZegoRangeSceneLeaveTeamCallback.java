package im.zego.zegoexpress.callback;

public interface IZegoRangeSceneLeaveTeamCallback {
    void onLeaveTeamCallback(int errorCode, int teamID);
}
