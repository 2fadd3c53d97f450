package im.zego.zegoexpress.constants;

public enum ZegoPublisherState {
    NO_PUBLISH(0),
    /// Asking, or trying again after an interruption.
    PUBLISH_REQUESTING(1),
    /// Media flows.
    PUBLISHING(2);

    private final int value;

    ZegoPublisherState(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoPublisherState getZegoPublisherState(int value) {
        for (ZegoPublisherState constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
