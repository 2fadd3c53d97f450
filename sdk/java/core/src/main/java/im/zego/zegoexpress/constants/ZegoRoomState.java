package im.zego.zegoexpress.constants;

public enum ZegoRoomState {
    DISCONNECTED(0),
    CONNECTING(1),
    CONNECTED(2);

    private final int value;

    ZegoRoomState(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoRoomState getZegoRoomState(int value) {
        for (ZegoRoomState constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
