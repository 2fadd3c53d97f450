package im.zego.zegoexpress.constants;

public enum ZegoStreamAlignmentMode {
    NONE(0),
    TRY(1);

    private final int value;

    ZegoStreamAlignmentMode(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoStreamAlignmentMode getZegoStreamAlignmentMode(int value) {
        for (ZegoStreamAlignmentMode constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
