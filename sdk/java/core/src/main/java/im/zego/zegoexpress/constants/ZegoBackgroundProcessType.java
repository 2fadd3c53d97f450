package im.zego.zegoexpress.constants;

public enum ZegoBackgroundProcessType {
    TRANSPARENT(0),
    COLOR(1),
    BLUR(2),
    IMAGE(3),
    VIDEO(4);

    private final int value;

    ZegoBackgroundProcessType(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoBackgroundProcessType getZegoBackgroundProcessType(int value) {
        for (ZegoBackgroundProcessType constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
