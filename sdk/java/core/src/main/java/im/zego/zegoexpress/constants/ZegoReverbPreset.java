package im.zego.zegoexpress.constants;

public enum ZegoReverbPreset {
    NONE(0),
    SOFT_ROOM(1),
    LARGE_ROOM(2),
    CONCERT_HALL(3),
    VALLEY(4),
    RECORDING_STUDIO(5),
    BASEMENT(6),
    KTV(7),
    POPULAR(8),
    ROCK(9),
    VOCAL_CONCERT(10),
    GRAMO_PHONE(11),
    ENHANCED_KTV(12),
    ENHANCED_ROCK(13),
    ENHANCED_MISTY(14),
    HIP_HOP(15),
    MISTY(16),
    THREE_DIMENSIONAL_VOICE(17),
    THEATRE(18),
    CUSTOM_RECORD_STUDIO(19),
    @Deprecated
    CONCER_HALL(3);

    private final int value;

    ZegoReverbPreset(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoReverbPreset getZegoReverbPreset(int value) {
        for (ZegoReverbPreset constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
