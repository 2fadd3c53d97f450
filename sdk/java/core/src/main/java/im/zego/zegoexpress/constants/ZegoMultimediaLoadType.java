package im.zego.zegoexpress.constants;

public enum ZegoMultimediaLoadType {
    FILE_PATH(0),
    MEMORY(1),
    RESOURCE_ID(2),
    MEMORY_RESOURCE_ID(3);

    private final int value;

    ZegoMultimediaLoadType(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoMultimediaLoadType getZegoMultimediaLoadType(int value) {
        for (ZegoMultimediaLoadType constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
