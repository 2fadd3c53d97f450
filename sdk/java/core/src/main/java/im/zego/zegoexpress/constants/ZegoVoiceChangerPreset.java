package im.zego.zegoexpress.constants;

public enum ZegoVoiceChangerPreset {
    NONE(0),
    MEN_TO_CHILD(1),
    MEN_TO_WOMEN(2),
    WOMEN_TO_CHILD(3),
    WOMEN_TO_MEN(4),
    FOREIGNER(5),
    OPTIMUS_PRIME(6),
    ANDROID(7),
    ETHEREAL(8),
    MALE_MAGNETIC(9),
    FEMALE_FRESH(10),
    MAJOR_C(11),
    MINOR_A(12),
    HARMONIC_MINOR(13),
    FEMALE_ENERGETIC(14),
    RICH_NESS(15),
    MUFFLED(16),
    ROUNDNESS(17),
    FALSETTO(18),
    FULLNESS(19),
    CLEAR(20),
    HIGHLY_RESONANT(21),
    LOUD_CLEAR(22),
    MINIONS(23),
    SUNSHINE(24),
    GENTLE(25),
    SWEET(26),
    SWEET_MALE(27),
    SWEET_FEMALE(28),
    BRIGHT(29),
    AUTOBOT(30),
    OUT_OF_POWER(31),
    FOREIGNER_ROBOT(32),
    FOREIGNER_OPTIMUS_PRIME(33);

    private final int value;

    ZegoVoiceChangerPreset(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoVoiceChangerPreset getZegoVoiceChangerPreset(int value) {
        for (ZegoVoiceChangerPreset constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
