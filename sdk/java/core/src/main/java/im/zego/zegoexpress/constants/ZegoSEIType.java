package im.zego.zegoexpress.constants;

public enum ZegoSEIType {
    ZEGO_DEFINED(0),
    USER_UNREGISTER(1);

    private final int value;

    ZegoSEIType(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoSEIType getZegoSEIType(int value) {
        for (ZegoSEIType constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
