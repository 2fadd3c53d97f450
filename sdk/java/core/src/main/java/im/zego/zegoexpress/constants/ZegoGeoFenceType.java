package im.zego.zegoexpress.constants;

public enum ZegoGeoFenceType {
    NONE(0),
    INCLUDE(1),
    EXCLUDE(2);

    private final int value;

    ZegoGeoFenceType(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoGeoFenceType getZegoGeoFenceType(int value) {
        for (ZegoGeoFenceType constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
