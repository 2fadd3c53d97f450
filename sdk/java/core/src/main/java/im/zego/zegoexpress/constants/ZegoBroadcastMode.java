package im.zego.zegoexpress.constants;

public enum ZegoBroadcastMode {
    NONE(0),
    ALL(1);

    private final int value;

    ZegoBroadcastMode(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoBroadcastMode getZegoBroadcastMode(int value) {
        for (ZegoBroadcastMode constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
