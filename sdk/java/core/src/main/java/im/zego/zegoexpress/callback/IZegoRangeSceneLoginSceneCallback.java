package im.zego.zegoexpress.callback;

import im.zego.zegoexpress.entity.ZegoSceneConfig;

public interface IZegoRangeSceneLoginSceneCallback {
    void onLoginSceneCallback(int errorCode, ZegoSceneConfig config);
}
