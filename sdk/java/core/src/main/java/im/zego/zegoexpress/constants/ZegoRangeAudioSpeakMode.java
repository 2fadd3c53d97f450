package im.zego.zegoexpress.constants;

public enum ZegoRangeAudioSpeakMode {
    ALL(0),
    WORLD(1),
    TEAM(2);

    private final int value;

    ZegoRangeAudioSpeakMode(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoRangeAudioSpeakMode getZegoRangeAudioSpeakMode(int value) {
        for (ZegoRangeAudioSpeakMode constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
