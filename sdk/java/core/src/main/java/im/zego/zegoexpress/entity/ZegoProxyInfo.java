package im.zego.zegoexpress.entity;

public class ZegoProxyInfo {
    public String ip = "";

    public int port;

    public String hostName = "";

    public String userName = "";

    public String password = "";
}
