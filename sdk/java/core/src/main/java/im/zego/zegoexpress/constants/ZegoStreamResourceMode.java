package im.zego.zegoexpress.constants;

/// Where a played stream comes from.
public enum ZegoStreamResourceMode {
    /// As the project says, else like ONLY_RTC.
    DEFAULT(0),
    /// HTTP playback; not done.
    ONLY_CDN(1),
    /// Low-delay live: instant start, strong repair, viewers in step.
    ONLY_L3(2),
    /// Smallest delay, for co-hosts.
    ONLY_RTC(3),
    @Deprecated
    CDN_PLUS(4),
    /// Not done.
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
