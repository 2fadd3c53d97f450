package im.zego.zegoexpress.callback;

import im.zego.zegoexpress.entity.ZegoTestNetworkConnectivityResult;

public interface IZegoTestNetworkConnectivityCallback {
    void onTestNetworkConnectivityCallback(int errorCode, ZegoTestNetworkConnectivityResult result);
}
