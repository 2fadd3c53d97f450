package im.zego.zegoexpress.constants;

public enum ZegoTeamState {
    LOGINING(0),
    LOGINED(1),
    LOGIN_FAILED(2),
    RECONNECTING(3),
    RECONNECTED(4),
    RECONNECT_FAILED(5),
    KICK_OUT(6),
    LOGOUT(7);

    private final int value;

    ZegoTeamState(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoTeamState getZegoTeamState(int value) {
        for (ZegoTeamState constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
