package im.zego.zegoexpress.constants;

public enum ZegoRangeAudioMicrophoneState {
    OFF(0),
    TURNING_ON(1),
    ON(2);

    private final int value;

    ZegoRangeAudioMicrophoneState(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoRangeAudioMicrophoneState getZegoRangeAudioMicrophoneState(int value) {
        for (ZegoRangeAudioMicrophoneState constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
