package im.zego.zegoexpress.constants;

public enum ZegoMixRenderMode {
    FILL(0),
    FIT(1);

    private final int value;

    ZegoMixRenderMode(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoMixRenderMode getZegoMixRenderMode(int value) {
        for (ZegoMixRenderMode constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
