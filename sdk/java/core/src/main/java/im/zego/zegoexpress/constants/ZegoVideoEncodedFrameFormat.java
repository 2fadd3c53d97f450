package im.zego.zegoexpress.constants;

public enum ZegoVideoEncodedFrameFormat {
    AVCC(0),
    ANNEX_B(1),
    VP8(2),
    HEVCAVCC(3),
    HEVC_ANNEX_B(4);

    private final int value;

    ZegoVideoEncodedFrameFormat(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoVideoEncodedFrameFormat getZegoVideoEncodedFrameFormat(int value) {
        for (ZegoVideoEncodedFrameFormat constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
