package im.zego.zegoexpress.constants;

public enum ZegoMediaDataPublisherMode {
    BOTH_VIDEO_AND_AUDIO(0),
    ONLY_VIDEO(1);

    private final int value;

    ZegoMediaDataPublisherMode(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoMediaDataPublisherMode getZegoMediaDataPublisherMode(int value) {
        for (ZegoMediaDataPublisherMode constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
