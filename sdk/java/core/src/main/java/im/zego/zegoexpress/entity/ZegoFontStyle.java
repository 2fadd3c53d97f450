package im.zego.zegoexpress.entity;

import im.zego.zegoexpress.constants.ZegoFontType;

public class ZegoFontStyle {
    public ZegoFontType type = ZegoFontType.SOURCE_HAN_SANS;

    public int size;

    public int color;

    public int transparency;

    public boolean border;

    public int borderColor;
}
