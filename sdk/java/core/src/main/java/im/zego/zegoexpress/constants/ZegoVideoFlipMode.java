package im.zego.zegoexpress.constants;

public enum ZegoVideoFlipMode {
    NONE(0),
    X(1),
    Y(2),
    XY(3);

    private final int value;

    ZegoVideoFlipMode(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoVideoFlipMode getZegoVideoFlipMode(int value) {
        for (ZegoVideoFlipMode constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
