package im.zego.zegoexpress.constants;

public enum ZegoElectronicEffectsMode {
    MAJOR(0),
    MINOR(1),
    HARMONIC_MINOR(2);

    private final int value;

    ZegoElectronicEffectsMode(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoElectronicEffectsMode getZegoElectronicEffectsMode(int value) {
        for (ZegoElectronicEffectsMode constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
