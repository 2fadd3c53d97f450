package im.zego.zegoexpress.constants;

public enum ZegoLiveAudioEffectMode {
    NONE(0),
    LOCAL(1),
    PUBLISH(2),
    ALL(3);

    private final int value;

    ZegoLiveAudioEffectMode(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoLiveAudioEffectMode getZegoLiveAudioEffectMode(int value) {
        for (ZegoLiveAudioEffectMode constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
