package im.zego.zegoexpress.constants;

public enum ZegoResourceType {
    CDN(0),
    RTC(1),
    L3(2);

    private final int value;

    ZegoResourceType(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoResourceType getZegoResourceType(int value) {
        for (ZegoResourceType constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
