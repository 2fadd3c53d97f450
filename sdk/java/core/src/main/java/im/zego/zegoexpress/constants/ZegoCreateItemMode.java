package im.zego.zegoexpress.constants;

public enum ZegoCreateItemMode {
    NO_BIND(0),
    BIND(1);

    private final int value;

    ZegoCreateItemMode(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoCreateItemMode getZegoCreateItemMode(int value) {
        for (ZegoCreateItemMode constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
