package im.zego.zegoexpress.constants;

public enum ZegoVideoDenoiseStrength {
    LIGHT(1),
    MEDIUM(2),
    HEAVY(3);

    private final int value;

    ZegoVideoDenoiseStrength(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoVideoDenoiseStrength getZegoVideoDenoiseStrength(int value) {
        for (ZegoVideoDenoiseStrength constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
