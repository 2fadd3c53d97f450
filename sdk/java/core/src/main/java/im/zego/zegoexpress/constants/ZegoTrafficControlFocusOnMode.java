package im.zego.zegoexpress.constants;

public enum ZegoTrafficControlFocusOnMode {
    ZEGO_TRAFFIC_CONTROL_FOUNS_ON_LOCAL_ONLY(0),
    ZEGO_TRAFFIC_CONTROL_FOUNS_ON_REMOTE(1);

    private final int value;

    ZegoTrafficControlFocusOnMode(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoTrafficControlFocusOnMode getZegoTrafficControlFocusOnMode(int value) {
        for (ZegoTrafficControlFocusOnMode constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
