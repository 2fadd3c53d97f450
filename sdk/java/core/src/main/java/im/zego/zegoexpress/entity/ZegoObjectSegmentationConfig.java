package im.zego.zegoexpress.entity;

import im.zego.zegoexpress.constants.ZegoObjectSegmentationType;

public class ZegoObjectSegmentationConfig {
    public ZegoObjectSegmentationType objectSegmentationType =
            ZegoObjectSegmentationType.ANY_BACKGROUND;

    public ZegoBackgroundConfig backgroundConfig;
}
