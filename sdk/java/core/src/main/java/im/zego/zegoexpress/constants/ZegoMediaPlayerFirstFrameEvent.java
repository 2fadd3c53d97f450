package im.zego.zegoexpress.constants;

public enum ZegoMediaPlayerFirstFrameEvent {
    VIDEO_RENDERED(0),
    AUDIO_RENDERED(1);

    private final int value;

    ZegoMediaPlayerFirstFrameEvent(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoMediaPlayerFirstFrameEvent getZegoMediaPlayerFirstFrameEvent(int value) {
        for (ZegoMediaPlayerFirstFrameEvent constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
