package im.zego.zegoexpress.constants;

public enum ZegoRoomCapabilityNegotiationTypesBitMask {
    ALL(1),
    ZEGO_ROOM_CAPABILITY_NEGOTIATION_TYPES_PUBLISHER(2);

    private final int value;

    ZegoRoomCapabilityNegotiationTypesBitMask(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoRoomCapabilityNegotiationTypesBitMask
            getZegoRoomCapabilityNegotiationTypesBitMask(int value) {
        for (ZegoRoomCapabilityNegotiationTypesBitMask constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
