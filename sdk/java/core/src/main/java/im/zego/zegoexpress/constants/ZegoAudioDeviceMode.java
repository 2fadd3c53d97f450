package im.zego.zegoexpress.constants;

public enum ZegoAudioDeviceMode {
    COMMUNICATION(1),
    GENERAL(2),
    AUTO(3),
    COMMUNICATION2(4),
    COMMUNICATION3(5),
    GENERAL2(6),
    GENERAL3(7),
    COMMUNICATION4(8);

    private final int value;

    ZegoAudioDeviceMode(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoAudioDeviceMode getZegoAudioDeviceMode(int value) {
        for (ZegoAudioDeviceMode constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
