package im.zego.zegoexpress.constants;

public enum ZegoAudioDeviceType {
    INPUT(0),
    OUTPUT(1);

    private final int value;

    ZegoAudioDeviceType(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoAudioDeviceType getZegoAudioDeviceType(int value) {
        for (ZegoAudioDeviceType constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
