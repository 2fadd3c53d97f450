package im.zego.zegoexpress.constants;

public enum ZegoMixImageCheckMode {
    NORMAL(0),
    PATH(1),
    NOTHING(2);

    private final int value;

    ZegoMixImageCheckMode(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoMixImageCheckMode getZegoMixImageCheckMode(int value) {
        for (ZegoMixImageCheckMode constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
