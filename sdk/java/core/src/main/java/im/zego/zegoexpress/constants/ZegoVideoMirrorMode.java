package im.zego.zegoexpress.constants;

public enum ZegoVideoMirrorMode {
    ONLY_PREVIEW_MIRROR(0),
    BOTH_MIRROR(1),
    NO_MIRROR(2),
    ONLY_PUBLISH_MIRROR(3);

    private final int value;

    ZegoVideoMirrorMode(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoVideoMirrorMode getZegoVideoMirrorMode(int value) {
        for (ZegoVideoMirrorMode constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
