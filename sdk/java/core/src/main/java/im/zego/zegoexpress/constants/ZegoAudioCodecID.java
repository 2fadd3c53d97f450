package im.zego.zegoexpress.constants;

public enum ZegoAudioCodecID {
    DEFAULT(0),
    NORMAL(1),
    NORMAL2(2),
    NORMAL3(3),
    LOW(4),
    LOW2(5),
    LOW3(6);

    private final int value;

    ZegoAudioCodecID(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoAudioCodecID getZegoAudioCodecID(int value) {
        for (ZegoAudioCodecID constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
