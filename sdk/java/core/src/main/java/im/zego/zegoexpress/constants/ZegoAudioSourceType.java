package im.zego.zegoexpress.constants;

public enum ZegoAudioSourceType {
    DEFAULT(0),
    CUSTOM(1),
    MEDIA_PLAYER(2),
    NONE(3),
    MICROPHONE(4),
    MAIN_PUBLISH_CHANNEL(5),
    SCREEN_CAPTURE(6);

    private final int value;

    ZegoAudioSourceType(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoAudioSourceType getZegoAudioSourceType(int value) {
        for (ZegoAudioSourceType constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
