package im.zego.zegoexpress.constants;

public enum ZegoStreamQualityLevel {
    EXCELLENT(0),
    GOOD(1),
    MEDIUM(2),
    BAD(3),
    DIE(4),
    UNKNOWN(5);

    private final int value;

    ZegoStreamQualityLevel(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoStreamQualityLevel getZegoStreamQualityLevel(int value) {
        for (ZegoStreamQualityLevel constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
