package im.zego.zegoexpress.constants;

public enum ZegoTrafficControlMinVideoBitrateMode {
    NO_VIDEO(0),
    ULTRA_LOW_FPS(1);

    private final int value;

    ZegoTrafficControlMinVideoBitrateMode(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoTrafficControlMinVideoBitrateMode getZegoTrafficControlMinVideoBitrateMode(
            int value) {
        for (ZegoTrafficControlMinVideoBitrateMode constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
