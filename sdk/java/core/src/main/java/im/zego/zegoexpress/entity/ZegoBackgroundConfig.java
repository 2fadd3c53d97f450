package im.zego.zegoexpress.entity;

import im.zego.zegoexpress.constants.ZegoBackgroundBlurLevel;
import im.zego.zegoexpress.constants.ZegoBackgroundProcessType;

public class ZegoBackgroundConfig {
    public ZegoBackgroundProcessType processType = ZegoBackgroundProcessType.TRANSPARENT;

    public int color;

    public String imageURL = "";

    public String videoURL = "";

    public ZegoBackgroundBlurLevel blurLevel = ZegoBackgroundBlurLevel.LOW;
}
