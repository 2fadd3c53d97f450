package im.zego.zegoexpress.constants;

public enum ZegoDeviceExceptionType {
    UNKNOWN(0),
    GENERIC(1),
    INVALID_ID(2),
    PERMISSION_NOT_GRANTED(3),
    ZERO_CAPTURE_FPS(4),
    DEVICE_OCCUPIED(5),
    DEVICE_UNPLUGGED(6),
    REBOOT_REQUIRED(7),
    MEDIA_SERVICES_WERE_LOST(8),
    SIRI_IS_RECORDING(9),
    SOUND_LEVEL_TOO_LOW(10),
    MAGNETIC_CASE(11),
    AUDIO_SESSION_DEACTIVE(12),
    AUDIO_SESSION_CATEGORY_CHANGE(13);

    private final int value;

    ZegoDeviceExceptionType(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoDeviceExceptionType getZegoDeviceExceptionType(int value) {
        for (ZegoDeviceExceptionType constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
