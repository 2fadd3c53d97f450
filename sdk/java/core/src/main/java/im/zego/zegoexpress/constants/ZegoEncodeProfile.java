package im.zego.zegoexpress.constants;

public enum ZegoEncodeProfile {
    DEFAULT(0),
    BASELINE(1),
    MAIN(2),
    HIGH(3);

    private final int value;

    ZegoEncodeProfile(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoEncodeProfile getZegoEncodeProfile(int value) {
        for (ZegoEncodeProfile constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
