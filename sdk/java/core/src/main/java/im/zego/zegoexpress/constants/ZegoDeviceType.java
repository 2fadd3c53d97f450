package im.zego.zegoexpress.constants;

public enum ZegoDeviceType {
    UNKNOWN(0),
    CAMERA(1),
    MICROPHONE(2),
    SPEAKER(3),
    AUDIO_DEVICE(4),
    AUDIO_SESSION(5);

    private final int value;

    ZegoDeviceType(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoDeviceType getZegoDeviceType(int value) {
        for (ZegoDeviceType constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
