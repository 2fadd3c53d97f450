package im.zego.zegoexpress.constants;

public enum ZegoDataRecordType {
    DEFAULT(0),
    ONLY_AUDIO(1),
    ONLY_VIDEO(2),
    AUDIO_AND_VIDEO(3);

    private final int value;

    ZegoDataRecordType(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoDataRecordType getZegoDataRecordType(int value) {
        for (ZegoDataRecordType constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
