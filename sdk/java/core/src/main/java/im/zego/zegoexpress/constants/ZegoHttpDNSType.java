package im.zego.zegoexpress.constants;

public enum ZegoHttpDNSType {
    NONE(0),
    WANGSU(1),
    TENCENT(2),
    ALIYUN(3);

    private final int value;

    ZegoHttpDNSType(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoHttpDNSType getZegoHttpDNSType(int value) {
        for (ZegoHttpDNSType constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
