package im.zego.zegoexpress.constants;

public enum ZegoStreamRelayCDNUpdateReason {
    NONE(0),
    SERVER_ERROR(1),
    HANDSHAKE_FAILED(2),
    ACCESS_POINT_ERROR(3),
    CREATE_STREAM_FAILED(4),
    BAD_NAME(5),
    CDN_SERVER_DISCONNECTED(6),
    DISCONNECTED(7),
    MIX_STREAM_ALL_INPUT_STREAM_CLOSED(8),
    MIX_STREAM_ALL_INPUT_STREAM_NO_DATA(9),
    MIX_STREAM_SERVER_INTERNAL_ERROR(10);

    private final int value;

    ZegoStreamRelayCDNUpdateReason(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoStreamRelayCDNUpdateReason getZegoStreamRelayCDNUpdateReason(int value) {
        for (ZegoStreamRelayCDNUpdateReason constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
