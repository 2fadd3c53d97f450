package im.zego.zegoexpress.constants;

public enum ZegoScreenCaptureOrientation {
    AUTO(0),
    PORTRAIT(1),
    LANDSCAPE(2);

    private final int value;

    ZegoScreenCaptureOrientation(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoScreenCaptureOrientation getZegoScreenCaptureOrientation(int value) {
        for (ZegoScreenCaptureOrientation constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
