package im.zego.zegoexpress.constants;

public enum ZegoUpdateType {
    ADD(0),
    DELETE(1);

    private final int value;

    ZegoUpdateType(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoUpdateType getZegoUpdateType(int value) {
        for (ZegoUpdateType constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
