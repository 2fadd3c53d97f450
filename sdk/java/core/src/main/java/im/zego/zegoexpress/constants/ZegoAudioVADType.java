package im.zego.zegoexpress.constants;

public enum ZegoAudioVADType {
    NOISE(0),
    SPEECH(1);

    private final int value;

    ZegoAudioVADType(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoAudioVADType getZegoAudioVADType(int value) {
        for (ZegoAudioVADType constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
