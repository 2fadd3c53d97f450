package im.zego.zegoexpress.constants;

public enum ZegoVideoDenoiseMode {
    OFF(0),
    ON(1),
    AUTO(2);

    private final int value;

    ZegoVideoDenoiseMode(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoVideoDenoiseMode getZegoVideoDenoiseMode(int value) {
        for (ZegoVideoDenoiseMode constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
