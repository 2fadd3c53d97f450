package im.zego.zegoexpress.constants;

public enum ZegoRoomStateChangedReason {
    LOGINING(0),
    LOGINED(1),
    LOGIN_FAILED(2),
    RECONNECTING(3),
    RECONNECTED(4),
    RECONNECT_FAILED(5),
    KICK_OUT(6),
    LOGOUT(7),
    LOGOUT_FAILED(8);

    private final int value;

    ZegoRoomStateChangedReason(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoRoomStateChangedReason getZegoRoomStateChangedReason(int value) {
        for (ZegoRoomStateChangedReason constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
