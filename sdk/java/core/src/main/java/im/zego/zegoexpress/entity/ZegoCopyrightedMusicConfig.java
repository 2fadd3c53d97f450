package im.zego.zegoexpress.entity;

public class ZegoCopyrightedMusicConfig {
    public ZegoUser user;
}
