package im.zego.zegoexpress.constants;

public enum ZegoOrientation {
    ORIENTATION_0(0),
    ORIENTATION_90(1),
    ORIENTATION_180(2),
    ORIENTATION_270(3);

    private final int value;

    ZegoOrientation(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoOrientation getZegoOrientation(int value) {
        for (ZegoOrientation constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
