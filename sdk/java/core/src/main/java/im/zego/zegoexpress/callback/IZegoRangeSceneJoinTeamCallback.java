package im.zego.zegoexpress.callback;

public interface IZegoRangeSceneJoinTeamCallback {
    void onJoinTeamCallback(int errorCode, int teamID);
}
