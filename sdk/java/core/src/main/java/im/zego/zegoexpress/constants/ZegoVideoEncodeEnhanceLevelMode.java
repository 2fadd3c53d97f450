package im.zego.zegoexpress.constants;

public enum ZegoVideoEncodeEnhanceLevelMode {
    AUTO(0),
    FIX(1);

    private final int value;

    ZegoVideoEncodeEnhanceLevelMode(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoVideoEncodeEnhanceLevelMode getZegoVideoEncodeEnhanceLevelMode(int value) {
        for (ZegoVideoEncodeEnhanceLevelMode constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
