package im.zego.zegoexpress.entity;

public class ZegoNetworkProbeTracerouteResult {
    public int errorCode;

    public int tracerouteCostTime;
}
