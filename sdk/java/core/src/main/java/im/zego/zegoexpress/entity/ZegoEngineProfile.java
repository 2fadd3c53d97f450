package im.zego.zegoexpress.entity;

import im.zego.zegoexpress.constants.ZegoScenario;

/// What an engine is created with.
public class ZegoEngineProfile {
    /// The project, 1 to 4294967295.
    public long appID;

    /// 64 hex digits, or empty: then every login needs a token.
    public String appSign = "";

    public ZegoScenario scenario = ZegoScenario.DEFAULT;

    /// The `Application` on Android; not used on the desktop.
    public Object application;
}
