package im.zego.zegoexpress.constants;

public enum ZegoMediaPlayerNetworkEvent {
    BUFFER_BEGIN(0),
    BUFFER_ENDED(1);

    private final int value;

    ZegoMediaPlayerNetworkEvent(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoMediaPlayerNetworkEvent getZegoMediaPlayerNetworkEvent(int value) {
        for (ZegoMediaPlayerNetworkEvent constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
