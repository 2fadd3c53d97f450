package im.zego.zegoexpress.constants;

public enum ZegoRangeAudioMode {
    WORLD(0),
    TEAM(1),
    SECRET_TEAM(2);

    private final int value;

    ZegoRangeAudioMode(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoRangeAudioMode getZegoRangeAudioMode(int value) {
        for (ZegoRangeAudioMode constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
