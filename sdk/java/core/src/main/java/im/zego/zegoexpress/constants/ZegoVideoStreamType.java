package im.zego.zegoexpress.constants;

public enum ZegoVideoStreamType {
    DEFAULT(0),
    SMALL(1),
    BIG(2);

    private final int value;

    ZegoVideoStreamType(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoVideoStreamType getZegoVideoStreamType(int value) {
        for (ZegoVideoStreamType constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
