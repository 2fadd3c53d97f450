package im.zego.zegoexpress.constants;

public enum ZegoStreamResourceType {
    DEFAULT(0),
    CDN(1),
    L3(2);

    private final int value;

    ZegoStreamResourceType(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoStreamResourceType getZegoStreamResourceType(int value) {
        for (ZegoStreamResourceType constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
