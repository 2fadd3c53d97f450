package im.zego.zegoexpress.entity;

import im.zego.zegoexpress.constants.ZegoCapabilityNegotiationType;
import im.zego.zegoexpress.constants.ZegoStreamCensorshipMode;

/// How to publish a stream.
public class ZegoPublisherConfig {
    /// Required in multi-room mode (1003070).
    public String roomID = "";

    public int forceSynchronousNetworkTime;

    public ZegoStreamCensorshipMode streamCensorshipMode = ZegoStreamCensorshipMode.NONE;

    public int streamCensorFlag;

    public ZegoCapabilityNegotiationType codecNegotiationType = ZegoCapabilityNegotiationType.NONE;

    public String streamTitle = "";
}
