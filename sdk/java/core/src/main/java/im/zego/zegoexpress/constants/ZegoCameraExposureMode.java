package im.zego.zegoexpress.constants;

public enum ZegoCameraExposureMode {
    AUTO_EXPOSURE(0),
    CONTINUOUS_AUTO_EXPOSURE(1);

    private final int value;

    ZegoCameraExposureMode(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoCameraExposureMode getZegoCameraExposureMode(int value) {
        for (ZegoCameraExposureMode constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
