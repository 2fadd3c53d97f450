package im.zego.zegoexpress.constants;

public enum ZegoVideoConfigPreset {
    PRESET_180P(0),
    PRESET_270P(1),
    PRESET_360P(2),
    PRESET_540P(3),
    PRESET_720P(4),
    PRESET_1080P(5);

    private final int value;

    ZegoVideoConfigPreset(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoVideoConfigPreset getZegoVideoConfigPreset(int value) {
        for (ZegoVideoConfigPreset constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
