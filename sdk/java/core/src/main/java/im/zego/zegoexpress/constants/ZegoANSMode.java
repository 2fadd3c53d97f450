package im.zego.zegoexpress.constants;

public enum ZegoANSMode {
    SOFT(0),
    MEDIUM(1),
    AGGRESSIVE(2),
    AI(3),
    AI_BALANCED(4),
    AI_LOW_LATENCY(5),
    AI_AGGRESSIVE(6);

    private final int value;

    ZegoANSMode(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoANSMode getZegoANSMode(int value) {
        for (ZegoANSMode constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
