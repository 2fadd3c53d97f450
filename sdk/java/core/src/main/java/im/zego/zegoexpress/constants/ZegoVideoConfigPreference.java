package im.zego.zegoexpress.constants;

public enum ZegoVideoConfigPreference {
    SMOOTH(0),
    CLEAR(1),
    BALANCED(2);

    private final int value;

    ZegoVideoConfigPreference(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoVideoConfigPreference getZegoVideoConfigPreference(int value) {
        for (ZegoVideoConfigPreference constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
