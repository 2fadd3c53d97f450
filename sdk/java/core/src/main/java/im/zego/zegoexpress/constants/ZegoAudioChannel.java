package im.zego.zegoexpress.constants;

public enum ZegoAudioChannel {
    UNKNOWN(0),
    MONO(1),
    STEREO(2);

    private final int value;

    ZegoAudioChannel(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoAudioChannel getZegoAudioChannel(int value) {
        for (ZegoAudioChannel constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
