package im.zego.zegoexpress.constants;

public enum ZegoRoomTransparentMessageMode {
    ONLY_CLIENT(0),
    ONLY_SERVER(1),
    CLIENT_AND_SERVER(2);

    private final int value;

    ZegoRoomTransparentMessageMode(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoRoomTransparentMessageMode getZegoRoomTransparentMessageMode(int value) {
        for (ZegoRoomTransparentMessageMode constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
