package im.zego.zegoexpress.constants;

public enum ZegoDeviceState {
    CLOSE(0),
    OPEN(1);

    private final int value;

    ZegoDeviceState(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoDeviceState getZegoDeviceState(int value) {
        for (ZegoDeviceState constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
