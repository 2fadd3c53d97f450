package im.zego.zegoexpress.constants;

public enum ZegoAudioEffectPlayState {
    NO_PLAY(0),
    PLAYING(1),
    PAUSING(2),
    PLAY_ENDED(3);

    private final int value;

    ZegoAudioEffectPlayState(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoAudioEffectPlayState getZegoAudioEffectPlayState(int value) {
        for (ZegoAudioEffectPlayState constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
