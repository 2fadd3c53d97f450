package im.zego.zegoexpress.constants;

public enum ZegoAECMode {
    AGGRESSIVE(0),
    MEDIUM(1),
    SOFT(2),
    AI(3),
    AI_AGGRESSIVE(4),
    AI_BALANCED(5);

    private final int value;

    ZegoAECMode(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoAECMode getZegoAECMode(int value) {
        for (ZegoAECMode constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
