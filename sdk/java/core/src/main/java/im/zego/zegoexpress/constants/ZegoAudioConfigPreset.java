package im.zego.zegoexpress.constants;

public enum ZegoAudioConfigPreset {
    BASIC_QUALITY(0),
    STANDARD_QUALITY(1),
    STANDARD_QUALITY_STEREO(2),
    HIGH_QUALITY(3),
    HIGH_QUALITY_STEREO(4);

    private final int value;

    ZegoAudioConfigPreset(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoAudioConfigPreset getZegoAudioConfigPreset(int value) {
        for (ZegoAudioConfigPreset constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
