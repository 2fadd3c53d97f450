package im.zego.zegoexpress.constants;

public enum ZegoBackgroundBlurLevel {
    LOW(0),
    MEDIUM(1),
    HIGH(2);

    private final int value;

    ZegoBackgroundBlurLevel(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoBackgroundBlurLevel getZegoBackgroundBlurLevel(int value) {
        for (ZegoBackgroundBlurLevel constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
