package im.zego.zegoexpress.constants;

public enum ZegoProcessedDataUsageType {
    PREVIEW(0),
    PUBLISH(1),
    BOTH(2);

    private final int value;

    ZegoProcessedDataUsageType(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoProcessedDataUsageType getZegoProcessedDataUsageType(int value) {
        for (ZegoProcessedDataUsageType constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
