package im.zego.zegoexpress.constants;

public enum ZegoVideoFrameFormatSeries {
    RGB(0),
    YUV(1);

    private final int value;

    ZegoVideoFrameFormatSeries(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoVideoFrameFormatSeries getZegoVideoFrameFormatSeries(int value) {
        for (ZegoVideoFrameFormatSeries constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
