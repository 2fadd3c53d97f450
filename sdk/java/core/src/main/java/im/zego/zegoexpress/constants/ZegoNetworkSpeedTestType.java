package im.zego.zegoexpress.constants;

public enum ZegoNetworkSpeedTestType {
    UPLINK(0),
    DOWNLINK(1);

    private final int value;

    ZegoNetworkSpeedTestType(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoNetworkSpeedTestType getZegoNetworkSpeedTestType(int value) {
        for (ZegoNetworkSpeedTestType constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
