package im.zego.zegoexpress.constants;

public enum ZegoAudioRoute {
    SPEAKER(0),
    HEADPHONE(1),
    BLUETOOTH(2),
    RECEIVER(3),
    EXTERNAL_USB(4),
    AIR_PLAY(5);

    private final int value;

    ZegoAudioRoute(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoAudioRoute getZegoAudioRoute(int value) {
        for (ZegoAudioRoute constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
