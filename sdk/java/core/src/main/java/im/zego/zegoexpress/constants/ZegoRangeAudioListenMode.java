package im.zego.zegoexpress.constants;

public enum ZegoRangeAudioListenMode {
    ALL(0),
    WORLD(1),
    TEAM(2);

    private final int value;

    ZegoRangeAudioListenMode(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoRangeAudioListenMode getZegoRangeAudioListenMode(int value) {
        for (ZegoRangeAudioListenMode constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
