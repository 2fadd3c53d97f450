package im.zego.zegoexpress.constants;

public enum ZegoNetworkMode {
    OFFLINE(0),
    UNKNOWN(1),
    ETHERNET(2),
    WIFI(3),
    MODE_2G(4),
    MODE_3G(5),
    MODE_4G(6),
    MODE_5G(7);

    private final int value;

    ZegoNetworkMode(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoNetworkMode getZegoNetworkMode(int value) {
        for (ZegoNetworkMode constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
