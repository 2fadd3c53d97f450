package im.zego.zegoexpress.constants;

public enum ZegoVideoCodecBackend {
    ANY(0),
    SOFTWARE(1),
    HARDWARE(2);

    private final int value;

    ZegoVideoCodecBackend(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoVideoCodecBackend getZegoVideoCodecBackend(int value) {
        for (ZegoVideoCodecBackend constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
