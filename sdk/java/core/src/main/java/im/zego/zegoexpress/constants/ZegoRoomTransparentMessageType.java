package im.zego.zegoexpress.constants;

public enum ZegoRoomTransparentMessageType {
    ZEGO_ROOM_TRANSPARENT_MESSAGE_NORMAL(0),
    ZEGO_ROOM_TRANSPARENT_MESSAGE_SEQUENCE(1);

    private final int value;

    ZegoRoomTransparentMessageType(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoRoomTransparentMessageType getZegoRoomTransparentMessageType(int value) {
        for (ZegoRoomTransparentMessageType constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
