package im.zego.zegoexpress.entity;

import im.zego.zegoexpress.constants.ZegoScenario;

public class ZegoEngineProfile {
    public long appID;

    public String appSign = "";

    public ZegoScenario scenario = ZegoScenario.DEFAULT;

    public Object application;
}
