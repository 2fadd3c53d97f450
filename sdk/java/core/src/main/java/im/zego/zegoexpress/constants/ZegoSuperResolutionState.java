package im.zego.zegoexpress.constants;

public enum ZegoSuperResolutionState {
    OFF(0),
    ON(1);

    private final int value;

    ZegoSuperResolutionState(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoSuperResolutionState getZegoSuperResolutionState(int value) {
        for (ZegoSuperResolutionState constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
