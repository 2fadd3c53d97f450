package im.zego.zegoexpress.constants;

public enum ZegoScenario {
    @Deprecated
    GENERAL(0),
    @Deprecated
    COMMUNICATION(1),
    @Deprecated
    LIVE(2),
    DEFAULT(3),
    STANDARD_VIDEO_CALL(4),
    HIGH_QUALITY_VIDEO_CALL(5),
    STANDARD_CHATROOM(6),
    HIGH_QUALITY_CHATROOM(7),
    BROADCAST(8),
    KARAOKE(9),
    STANDARD_VOICE_CALL(10);

    private final int value;

    ZegoScenario(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoScenario getZegoScenario(int value) {
        for (ZegoScenario constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
