package im.zego.zegoexpress.constants;

public enum ZegoMediaStreamType {
    AUDIO(0),
    VIDEO(1),
    AV(2);

    private final int value;

    ZegoMediaStreamType(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoMediaStreamType getZegoMediaStreamType(int value) {
        for (ZegoMediaStreamType constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
