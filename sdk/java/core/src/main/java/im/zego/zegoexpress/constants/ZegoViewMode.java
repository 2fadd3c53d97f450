package im.zego.zegoexpress.constants;

public enum ZegoViewMode {
    ASPECT_FIT(0),
    ASPECT_FILL(1),
    SCALE_TO_FILL(2);

    private final int value;

    ZegoViewMode(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoViewMode getZegoViewMode(int value) {
        for (ZegoViewMode constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
