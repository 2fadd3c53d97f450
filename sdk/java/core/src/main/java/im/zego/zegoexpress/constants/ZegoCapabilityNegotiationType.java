package im.zego.zegoexpress.constants;

public enum ZegoCapabilityNegotiationType {
    NONE(0),
    ALL(1),
    PUBLISHER(2);

    private final int value;

    ZegoCapabilityNegotiationType(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoCapabilityNegotiationType getZegoCapabilityNegotiationType(int value) {
        for (ZegoCapabilityNegotiationType constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
