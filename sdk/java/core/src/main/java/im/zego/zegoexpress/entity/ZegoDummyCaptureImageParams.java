package im.zego.zegoexpress.entity;

import im.zego.zegoexpress.constants.ZegoDummyCaptureImageMode;

public class ZegoDummyCaptureImageParams {
    public String path = "";

    public ZegoDummyCaptureImageMode mode = ZegoDummyCaptureImageMode.MANUAL;
}
