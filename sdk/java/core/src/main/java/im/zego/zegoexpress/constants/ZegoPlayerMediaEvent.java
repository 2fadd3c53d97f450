package im.zego.zegoexpress.constants;

public enum ZegoPlayerMediaEvent {
    AUDIO_BREAK_OCCUR(0),
    AUDIO_BREAK_RESUME(1),
    VIDEO_BREAK_OCCUR(2),
    VIDEO_BREAK_RESUME(3);

    private final int value;

    ZegoPlayerMediaEvent(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoPlayerMediaEvent getZegoPlayerMediaEvent(int value) {
        for (ZegoPlayerMediaEvent constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
