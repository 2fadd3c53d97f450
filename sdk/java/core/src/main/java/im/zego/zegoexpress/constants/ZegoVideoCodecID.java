package im.zego.zegoexpress.constants;

public enum ZegoVideoCodecID {
    DEFAULT(0),
    SVC(1),
    VP8(2),
    H265(3),
    H264_DUAL_STREAM(4),
    UNKNOWN(100);

    private final int value;

    ZegoVideoCodecID(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoVideoCodecID getZegoVideoCodecID(int value) {
        for (ZegoVideoCodecID constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
