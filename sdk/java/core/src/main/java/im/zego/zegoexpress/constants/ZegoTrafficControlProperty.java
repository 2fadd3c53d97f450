package im.zego.zegoexpress.constants;

public enum ZegoTrafficControlProperty {
    BASIC(0),
    ADAPTIVE_FPS(1),
    ADAPTIVE_RESOLUTION(2),
    ADAPTIVE_AUDIO_BITRATE(4);

    private final int value;

    ZegoTrafficControlProperty(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoTrafficControlProperty getZegoTrafficControlProperty(int value) {
        for (ZegoTrafficControlProperty constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
