package im.zego.zegoexpress.constants;

public enum ZegoAIVoiceChangerEvent {
    SUCCEED(0),
    BACKGROUND_PERFORMANCE_INSUFFICIENT(1),
    FOREGROUND_PERFORMANCE_INSUFFICIENT(2),
    OTHERS(3),
    SET_SPEAKER_FAILED(10);

    private final int value;

    ZegoAIVoiceChangerEvent(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoAIVoiceChangerEvent getZegoAIVoiceChangerEvent(int value) {
        for (ZegoAIVoiceChangerEvent constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
