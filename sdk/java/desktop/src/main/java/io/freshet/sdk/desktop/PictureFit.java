package io.freshet.sdk.desktop;

import im.zego.zegoexpress.constants.ZegoViewMode;

/// Where a picture goes in a view: the target rectangle, which may reach beyond the view.
record PictureFit(int x, int y, int width, int height) {
    static PictureFit of(
            ZegoViewMode mode, int pictureWidth, int pictureHeight, int viewWidth, int viewHeight) {
        if (mode == ZegoViewMode.SCALE_TO_FILL || pictureWidth <= 0 || pictureHeight <= 0) {
            return new PictureFit(0, 0, viewWidth, viewHeight);
        }
        double horizontal = (double) viewWidth / pictureWidth;
        double vertical = (double) viewHeight / pictureHeight;
        boolean fill = mode == ZegoViewMode.ASPECT_FILL;
        double scale = fill ? Math.max(horizontal, vertical) : Math.min(horizontal, vertical);
        int width = (int) Math.round(pictureWidth * scale);
        int height = (int) Math.round(pictureHeight * scale);
        return new PictureFit((viewWidth - width) / 2, (viewHeight - height) / 2, width, height);
    }
}
