package im.zego.zegoexpress.constants;

/// Why a room state has changed.
public enum ZegoRoomStateChangedReason {
    /// Asking to be let in.
    LOGINING(0),
    /// In the room.
    LOGINED(1),
    /// Not let in; no further try.
    LOGIN_FAILED(2),
    /// The connection is lost and being tried again.
    RECONNECTING(3),
    /// Back; what was missed has been told.
    RECONNECTED(4),
    /// Given up: log in again.
    RECONNECT_FAILED(5),
    /// Put out: by another login of the same user, or by the server.
    KICK_OUT(6),
    /// Left.
    LOGOUT(7),
    /// Not left, for instance as this client was not in that room.
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
