package im.zego.zegoexpress.entity;

import im.zego.zegoexpress.constants.ZegoHttpDNSType;

public class ZegoCDNConfig {
    public String url = "";

    public String authParam = "";

    public String protocol = "";

    public String quicVersion = "";

    public ZegoHttpDNSType httpdns = ZegoHttpDNSType.NONE;

    public int quicConnectMode;

    public String customParams = "";
}
