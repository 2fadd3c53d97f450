package im.zego.zegoexpress.entity;

public class ZegoTeamParam {
    public int teamID;
}
