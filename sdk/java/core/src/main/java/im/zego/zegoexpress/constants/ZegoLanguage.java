package im.zego.zegoexpress.constants;

public enum ZegoLanguage {
    ENGLISH(0),
    CHINESE(1);

    private final int value;

    ZegoLanguage(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoLanguage getZegoLanguage(int value) {
        for (ZegoLanguage constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
