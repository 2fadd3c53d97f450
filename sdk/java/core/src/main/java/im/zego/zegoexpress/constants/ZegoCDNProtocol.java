package im.zego.zegoexpress.constants;

public enum ZegoCDNProtocol {
    TCP(1),
    QUIC(2);

    private final int value;

    ZegoCDNProtocol(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoCDNProtocol getZegoCDNProtocol(int value) {
        for (ZegoCDNProtocol constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
