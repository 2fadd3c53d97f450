package im.zego.zegoexpress.constants;

public enum ZegoVideoBackendType {
    OPEN_GL2(0),
    OPEN_GL3(1);

    private final int value;

    ZegoVideoBackendType(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoVideoBackendType getZegoVideoBackendType(int value) {
        for (ZegoVideoBackendType constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
