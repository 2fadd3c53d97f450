package im.zego.zegoexpress.constants;

public enum ZegoRoomMode {
    SINGLE_ROOM(0),
    MULTI_ROOM(1);

    private final int value;

    ZegoRoomMode(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoRoomMode getZegoRoomMode(int value) {
        for (ZegoRoomMode constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
