package im.zego.zegoexpress.constants;

public enum ZegoViewUpdateType {
    ADD(0),
    DELETE(1),
    UPDATE(2);

    private final int value;

    ZegoViewUpdateType(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoViewUpdateType getZegoViewUpdateType(int value) {
        for (ZegoViewUpdateType constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
