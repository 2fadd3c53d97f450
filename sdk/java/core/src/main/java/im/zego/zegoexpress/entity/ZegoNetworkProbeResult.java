package im.zego.zegoexpress.entity;

public class ZegoNetworkProbeResult {
    public ZegoNetworkProbeHttpResult httpProbeResult;

    public ZegoNetworkProbeTcpResult tcpProbeResult;

    public ZegoNetworkProbeUdpResult udpProbeResult;

    public ZegoNetworkProbeTracerouteResult tracerouteResult;
}
