package im.zego.zegoexpress.constants;

public enum ZegoAlphaLayoutType {
    NONE(0),
    LEFT(1),
    RIGHT(2),
    BOTTOM(3),
    RIGHT_TOP(4);

    private final int value;

    ZegoAlphaLayoutType(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoAlphaLayoutType getZegoAlphaLayoutType(int value) {
        for (ZegoAlphaLayoutType constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
