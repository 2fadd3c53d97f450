package im.zego.zegoexpress.constants;

public enum ZegoAudioCaptureStereoMode {
    NONE(0),
    ALWAYS(1),
    @Deprecated
    ADAPTIVE(2);

    private final int value;

    ZegoAudioCaptureStereoMode(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoAudioCaptureStereoMode getZegoAudioCaptureStereoMode(int value) {
        for (ZegoAudioCaptureStereoMode constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
