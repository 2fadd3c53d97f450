package im.zego.zegoexpress.constants;

public enum ZegoStreamRelayCDNState {
    NO_RELAY(0),
    RELAY_REQUESTING(1),
    RELAYING(2);

    private final int value;

    ZegoStreamRelayCDNState(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoStreamRelayCDNState getZegoStreamRelayCDNState(int value) {
        for (ZegoStreamRelayCDNState constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
