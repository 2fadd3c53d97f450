package im.zego.zegoexpress.constants;

public enum ZegoLowlightEnhancementMode {
    OFF(0),
    ON(1),
    AUTO(2);

    private final int value;

    ZegoLowlightEnhancementMode(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoLowlightEnhancementMode getZegoLowlightEnhancementMode(int value) {
        for (ZegoLowlightEnhancementMode constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
