package im.zego.zegoexpress.entity;

import im.zego.zegoexpress.constants.ZegoDumpDataType;

public class ZegoDumpDataConfig {
    public ZegoDumpDataType dataType = ZegoDumpDataType.AUDIO;
}
