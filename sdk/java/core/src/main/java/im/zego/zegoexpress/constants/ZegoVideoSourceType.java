package im.zego.zegoexpress.constants;

public enum ZegoVideoSourceType {
    NONE(1),
    CAMERA(2),
    CUSTOM(3),
    MAIN_PUBLISH_CHANNEL(4),
    PLAYER(5),
    SCREEN_CAPTURE(6),
    @Deprecated
    ZEGO_VIDEO_SOURCE_DEFAULT(7),
    @Deprecated
    ZEGO_VIDEO_SOURCE_NONE(8),
    @Deprecated
    ZEGO_VIDEO_SOURCE_CAMERA(9),
    @Deprecated
    ZEGO_VIDEO_SOURCE_EXTERNAL_CAPTURE(10),
    @Deprecated
    ZEGO_VIDEO_SOURCE_MAIN_PUBLISH_CHANNEL(11),
    @Deprecated
    ZEGO_VIDEO_SOURCE_PLAYER(12),
    @Deprecated
    ZEGO_VIDEO_SOURCE_SCREEN_CAPTURE(13),
    SECONDARY_CAMERA(14),
    PICTURE(15);

    private final int value;

    ZegoVideoSourceType(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoVideoSourceType getZegoVideoSourceType(int value) {
        for (ZegoVideoSourceType constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
