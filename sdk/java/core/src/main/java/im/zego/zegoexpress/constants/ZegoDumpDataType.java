package im.zego.zegoexpress.constants;

public enum ZegoDumpDataType {
    AUDIO(0),
    VIDEO(1);

    private final int value;

    ZegoDumpDataType(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoDumpDataType getZegoDumpDataType(int value) {
        for (ZegoDumpDataType constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
