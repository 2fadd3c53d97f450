package im.zego.zegoexpress.constants;

public enum ZegoMixerInputContentType {
    AUDIO(0),
    VIDEO(1),
    VIDEO_ONLY(2);

    private final int value;

    ZegoMixerInputContentType(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoMixerInputContentType getZegoMixerInputContentType(int value) {
        for (ZegoMixerInputContentType constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
