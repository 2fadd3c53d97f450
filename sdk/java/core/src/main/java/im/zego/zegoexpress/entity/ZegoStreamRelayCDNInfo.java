package im.zego.zegoexpress.entity;

import im.zego.zegoexpress.constants.ZegoStreamRelayCDNState;
import im.zego.zegoexpress.constants.ZegoStreamRelayCDNUpdateReason;

public class ZegoStreamRelayCDNInfo {
    public String url = "";

    public ZegoStreamRelayCDNState state = ZegoStreamRelayCDNState.NO_RELAY;

    public ZegoStreamRelayCDNUpdateReason updateReason = ZegoStreamRelayCDNUpdateReason.NONE;

    public long stateTime;
}
