package im.zego.zegoexpress.constants;

public enum ZegoExpLowlightEnhancementType {
    NORMAL(0),
    AI(1);

    private final int value;

    ZegoExpLowlightEnhancementType(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoExpLowlightEnhancementType getZegoExpLowlightEnhancementType(int value) {
        for (ZegoExpLowlightEnhancementType constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
