package im.zego.zegoexpress.constants;

public enum ZegoCopyrightedMusicBillingMode {
    COUNT(0),
    USER(1),
    ROOM(2),
    MASTER(3);

    private final int value;

    ZegoCopyrightedMusicBillingMode(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoCopyrightedMusicBillingMode getZegoCopyrightedMusicBillingMode(int value) {
        for (ZegoCopyrightedMusicBillingMode constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
