package im.zego.zegoexpress.constants;

public enum ZegoDummyCaptureImageMode {
    MANUAL(0),
    AUTO(1);

    private final int value;

    ZegoDummyCaptureImageMode(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoDummyCaptureImageMode getZegoDummyCaptureImageMode(int value) {
        for (ZegoDummyCaptureImageMode constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
