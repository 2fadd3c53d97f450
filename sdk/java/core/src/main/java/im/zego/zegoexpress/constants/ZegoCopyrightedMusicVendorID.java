package im.zego.zegoexpress.constants;

public enum ZegoCopyrightedMusicVendorID {
    ZEGO_COPYRIGHTED_MUSIC_VENDOR_DEFAULT(0),
    ZEGO_COPYRIGHTED_MUSIC_VENDOR1(1),
    ZEGO_COPYRIGHTED_MUSIC_VENDOR2(2),
    ZEGO_COPYRIGHTED_MUSIC_VENDOR3(4);

    private final int value;

    ZegoCopyrightedMusicVendorID(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoCopyrightedMusicVendorID getZegoCopyrightedMusicVendorID(int value) {
        for (ZegoCopyrightedMusicVendorID constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
