package im.zego.zegoexpress.constants;

public enum ZegoExpNotifyDeviceStateMode {
    OPEN(0),
    CLOSE(1);

    private final int value;

    ZegoExpNotifyDeviceStateMode(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoExpNotifyDeviceStateMode getZegoExpNotifyDeviceStateMode(int value) {
        for (ZegoExpNotifyDeviceStateMode constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
