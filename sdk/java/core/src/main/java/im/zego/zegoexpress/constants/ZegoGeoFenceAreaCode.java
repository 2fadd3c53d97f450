package im.zego.zegoexpress.constants;

public enum ZegoGeoFenceAreaCode {
    CN(2),
    NA(3),
    EU(4),
    AS(5),
    IN(6);

    private final int value;

    ZegoGeoFenceAreaCode(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoGeoFenceAreaCode getZegoGeoFenceAreaCode(int value) {
        for (ZegoGeoFenceAreaCode constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
