package im.zego.zegoexpress.constants;

public enum ZegoVideoFrameFormat {
    UNKNOWN(0),
    I420(1),
    NV12(2),
    NV21(3),
    BGRA32(4),
    RGBA32(5),
    ARGB32(6),
    ABGR32(7),
    I422(8),
    BGR24(9),
    RGB24(10);

    private final int value;

    ZegoVideoFrameFormat(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoVideoFrameFormat getZegoVideoFrameFormat(int value) {
        for (ZegoVideoFrameFormat constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
