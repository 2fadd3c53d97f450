package im.zego.zegoexpress.constants;

public enum ZegoBeautifyFeature {
    NONE(0),
    POLISH(1),
    WHITEN(2),
    SKIN_WHITEN(4),
    SHARPEN(8);

    private final int value;

    ZegoBeautifyFeature(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoBeautifyFeature getZegoBeautifyFeature(int value) {
        for (ZegoBeautifyFeature constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
