package im.zego.zegoexpress.constants;

public enum ZegoObjectSegmentationType {
    ANY_BACKGROUND(0),
    GREEN_SCREEN_BACKGROUND(1);

    private final int value;

    ZegoObjectSegmentationType(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoObjectSegmentationType getZegoObjectSegmentationType(int value) {
        for (ZegoObjectSegmentationType constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
