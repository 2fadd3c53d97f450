package im.zego.zegoexpress.constants;

public enum ZegoCustomAudioProcessType {
    REMOTE(0),
    CAPTURE(1),
    CAPTURE_AND_REMOTE(2);

    private final int value;

    ZegoCustomAudioProcessType(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoCustomAudioProcessType getZegoCustomAudioProcessType(int value) {
        for (ZegoCustomAudioProcessType constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
