package im.zego.zegoexpress.constants;

public enum ZegoMediaPlayerAudioTrackMode {
    NORMAL(0),
    MULTIPLE(1);

    private final int value;

    ZegoMediaPlayerAudioTrackMode(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoMediaPlayerAudioTrackMode getZegoMediaPlayerAudioTrackMode(int value) {
        for (ZegoMediaPlayerAudioTrackMode constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
