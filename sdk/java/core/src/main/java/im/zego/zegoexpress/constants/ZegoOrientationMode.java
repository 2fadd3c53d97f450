package im.zego.zegoexpress.constants;

public enum ZegoOrientationMode {
    CUSTOM(0),
    ADAPTION(1),
    ALIGNMENT(2),
    FIXED_RESOLUTION_RATIO(3);

    private final int value;

    ZegoOrientationMode(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoOrientationMode getZegoOrientationMode(int value) {
        for (ZegoOrientationMode constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
