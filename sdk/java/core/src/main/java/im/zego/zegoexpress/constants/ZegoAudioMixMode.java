package im.zego.zegoexpress.constants;

public enum ZegoAudioMixMode {
    RAW(0),
    FOCUSED(1);

    private final int value;

    ZegoAudioMixMode(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoAudioMixMode getZegoAudioMixMode(int value) {
        for (ZegoAudioMixMode constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
