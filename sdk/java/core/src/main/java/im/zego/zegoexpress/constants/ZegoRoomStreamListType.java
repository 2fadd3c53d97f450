package im.zego.zegoexpress.constants;

public enum ZegoRoomStreamListType {
    PLAY(0),
    ALL(1);

    private final int value;

    ZegoRoomStreamListType(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoRoomStreamListType getZegoRoomStreamListType(int value) {
        for (ZegoRoomStreamListType constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
