package im.zego.zegoexpress.constants;

public enum ZegoVolumeType {
    LOCAL(0),
    REMOTE(1);

    private final int value;

    ZegoVolumeType(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoVolumeType getZegoVolumeType(int value) {
        for (ZegoVolumeType constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
