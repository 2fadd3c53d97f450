package im.zego.zegoexpress.constants;

public enum ZegoMediaPlayerAudioChannel {
    LEFT(0),
    RIGHT(1),
    ALL(2);

    private final int value;

    ZegoMediaPlayerAudioChannel(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoMediaPlayerAudioChannel getZegoMediaPlayerAudioChannel(int value) {
        for (ZegoMediaPlayerAudioChannel constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
