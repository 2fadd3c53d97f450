package io.freshet.protocol.message;

/// How the camera or the microphone behind a published stream fares. The number is that of
/// `ZegoRemoteDeviceState`, which `onRemoteCameraStateUpdate` and `onRemoteMicStateUpdate` tell.
public enum DeviceState {
    OPEN(0),
    GENERIC_ERROR(1),
    INVALID_ID(2),
    NO_AUTHORIZATION(3),
    ZERO_FPS(4),
    IN_USE_BY_OTHER(5),
    UNPLUGGED(6),
    REBOOT_REQUIRED(7),
    SYSTEM_MEDIA_SERVICES_LOST(8),
    DISABLE(9),
    MUTE(10),
    INTERRUPTION(11),
    IN_BACKGROUND(12),
    MULTI_FOREGROUND_APP(13),
    BY_SYSTEM_PRESSURE(14),
    NOT_SUPPORT(15);

    private final int code;

    DeviceState(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
