package im.zego.zegoexpress.constants;

public enum ZegoScreenCaptureExceptionType {
    UNKNOWN(0),
    VIDEO_NOT_SUPPORTED(1),
    AUDIO_NOT_SUPPORTED(2),
    AUDIO_CREATE_FAILED(3),
    MEDIA_PROJECTION_PERMISSION_DENIED(4),
    NOT_START_CAPTURE(5),
    ALREADY_STARTED(6),
    FOREGROUND_SERVICE_FAILED(7),
    SOURCE_NOT_SPECIFIED(8),
    SYSTEM_ERROR(9),
    EXCEPTION_INTERRUPTED(10),
    AUDIO_DEVICE_EXCEPTION(11);

    private final int value;

    ZegoScreenCaptureExceptionType(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoScreenCaptureExceptionType getZegoScreenCaptureExceptionType(int value) {
        for (ZegoScreenCaptureExceptionType constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
