package im.zego.zegoexpress.constants;

public enum ZegoStreamCensorshipMode {
    NONE(0),
    AUDIO(1),
    VIDEO(2),
    AUDIO_AND_VIDEO(3);

    private final int value;

    ZegoStreamCensorshipMode(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoStreamCensorshipMode getZegoStreamCensorshipMode(int value) {
        for (ZegoStreamCensorshipMode constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
