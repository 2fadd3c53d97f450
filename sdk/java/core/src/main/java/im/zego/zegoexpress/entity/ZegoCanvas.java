package im.zego.zegoexpress.entity;

import im.zego.zegoexpress.constants.ZegoViewMode;

public class ZegoCanvas {
    public Object view;

    public ZegoViewMode viewMode = ZegoViewMode.ASPECT_FIT;

    public int backgroundColor;

    public boolean alphaBlend;

    public int rotation;

    public boolean mirror;

    public String viewContext = "";

    public ZegoCanvas(Object view) {
        this.view = view;
    }
}
