package im.zego.zegoexpress.constants;

public enum ZegoDataRecordState {
    NO_RECORD(0),
    RECORDING(1),
    SUCCESS(2);

    private final int value;

    ZegoDataRecordState(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoDataRecordState getZegoDataRecordState(int value) {
        for (ZegoDataRecordState constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
