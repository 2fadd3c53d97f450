package im.zego.zegoexpress.constants;

public enum ZegoCameraFocusMode {
    AUTO_FOCUS(0),
    CONTINUOUS_AUTO_FOCUS(1);

    private final int value;

    ZegoCameraFocusMode(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoCameraFocusMode getZegoCameraFocusMode(int value) {
        for (ZegoCameraFocusMode constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
