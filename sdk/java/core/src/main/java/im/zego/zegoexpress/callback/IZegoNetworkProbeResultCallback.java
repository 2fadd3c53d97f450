package im.zego.zegoexpress.callback;

import im.zego.zegoexpress.entity.ZegoNetworkProbeResult;

public interface IZegoNetworkProbeResultCallback {
    void onNetworkProbeResult(int errorCode, ZegoNetworkProbeResult result);
}
