package im.zego.zegoexpress.constants;

public enum ZegoFontType {
    SOURCE_HAN_SANS(0),
    ALIBABA_SANS(1),
    PANG_MEN_ZHENG_DAO_TITLE(2),
    HAPPY_ZCOOL(3);

    private final int value;

    ZegoFontType(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoFontType getZegoFontType(int value) {
        for (ZegoFontType constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
