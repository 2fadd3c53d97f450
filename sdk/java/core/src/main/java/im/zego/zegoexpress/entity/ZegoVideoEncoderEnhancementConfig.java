package im.zego.zegoexpress.entity;

import im.zego.zegoexpress.constants.ZegoVideoEncodeEnhanceLevelMode;

public class ZegoVideoEncoderEnhancementConfig {
    public ZegoVideoEncodeEnhanceLevelMode enhanceLevelMode = ZegoVideoEncodeEnhanceLevelMode.AUTO;

    public float enhanceLevel;
}
