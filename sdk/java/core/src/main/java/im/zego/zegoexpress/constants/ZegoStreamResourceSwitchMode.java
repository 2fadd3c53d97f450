package im.zego.zegoexpress.constants;

public enum ZegoStreamResourceSwitchMode {
    DEFAULT(0),
    SWITCH_TO_RTC(1),
    KEEP_ORIGINAL(2);

    private final int value;

    ZegoStreamResourceSwitchMode(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoStreamResourceSwitchMode getZegoStreamResourceSwitchMode(int value) {
        for (ZegoStreamResourceSwitchMode constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
