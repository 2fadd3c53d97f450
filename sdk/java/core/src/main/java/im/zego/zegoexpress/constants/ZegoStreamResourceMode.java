package im.zego.zegoexpress.constants;

public enum ZegoStreamResourceMode {
    DEFAULT(0),
    ONLY_CDN(1),
    ONLY_L3(2),
    ONLY_RTC(3),
    @Deprecated
    CDN_PLUS(4),
    CUSTOM(5);

    private final int value;

    ZegoStreamResourceMode(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoStreamResourceMode getZegoStreamResourceMode(int value) {
        for (ZegoStreamResourceMode constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
