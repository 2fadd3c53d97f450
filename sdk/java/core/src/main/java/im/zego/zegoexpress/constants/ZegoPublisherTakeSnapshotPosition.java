package im.zego.zegoexpress.constants;

public enum ZegoPublisherTakeSnapshotPosition {
    AFTER_PROCESS(0),
    ON_CAPTURE(1);

    private final int value;

    ZegoPublisherTakeSnapshotPosition(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoPublisherTakeSnapshotPosition getZegoPublisherTakeSnapshotPosition(
            int value) {
        for (ZegoPublisherTakeSnapshotPosition constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
