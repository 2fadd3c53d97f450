package im.zego.zegoexpress.entity;

import im.zego.zegoexpress.constants.ZegoViewMode;

/// Where and how to show a picture.
public class ZegoCanvas {
    /// What to draw into: a Swing component on the desktop, a `TextureView` or `SurfaceView` on
    /// Android.
    public Object view;

    public ZegoViewMode viewMode = ZegoViewMode.ASPECT_FIT;

    /// 0xRRGGBB, for what the picture leaves free.
    public int backgroundColor;

    public boolean alphaBlend;

    public int rotation;

    public boolean mirror;

    public String viewContext = "";

    public ZegoCanvas(Object view) {
        this.view = view;
    }
}
