package im.zego.zegoexpress.constants;

public enum ZegoAudioDataCallbackBitMask {
    CAPTURED(1),
    PLAYBACK(2),
    MIXED(4),
    PLAYER(8);

    private final int value;

    ZegoAudioDataCallbackBitMask(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoAudioDataCallbackBitMask getZegoAudioDataCallbackBitMask(int value) {
        for (ZegoAudioDataCallbackBitMask constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
