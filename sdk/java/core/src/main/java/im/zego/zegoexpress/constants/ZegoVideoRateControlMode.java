package im.zego.zegoexpress.constants;

public enum ZegoVideoRateControlMode {
    CONSTANT_RATE(0),
    CONSTANT_QUALITY(1);

    private final int value;

    ZegoVideoRateControlMode(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoVideoRateControlMode getZegoVideoRateControlMode(int value) {
        for (ZegoVideoRateControlMode constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
