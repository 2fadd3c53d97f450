package im.zego.zegoexpress.entity;

import im.zego.zegoexpress.constants.ZegoDataRecordType;

public class ZegoDataRecordConfig {
    public String filePath = "";

    public ZegoDataRecordType recordType = ZegoDataRecordType.DEFAULT;
}
