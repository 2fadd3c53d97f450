package im.zego.zegoexpress.entity;

public class ZegoTestNetworkConnectivityResult {
    public int connectCost;
}
