package im.zego.zegoexpress.constants;

public enum ZegoSceneState {
    LOGINING(0),
    LOGINED(1),
    LOGIN_FAILED(2),
    RECONNECTING(3),
    RECONNECTED(4),
    RECONNECT_FAILED(5),
    KICK_OUT(6),
    LOGOUT(7);

    private final int value;

    ZegoSceneState(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoSceneState getZegoSceneState(int value) {
        for (ZegoSceneState constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
