package im.zego.zegoexpress.constants;

public enum ZegoObjectSegmentationState {
    OFF(0),
    ON(1);

    private final int value;

    ZegoObjectSegmentationState(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoObjectSegmentationState getZegoObjectSegmentationState(int value) {
        for (ZegoObjectSegmentationState constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
