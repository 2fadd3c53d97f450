package im.zego.zegoexpress.constants;

public enum ZegoPublishChannel {
    MAIN(0),
    AUX(1),
    THIRD(2),
    FOURTH(3);

    private final int value;

    ZegoPublishChannel(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoPublishChannel getZegoPublishChannel(int value) {
        for (ZegoPublishChannel constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
