package im.zego.zegoexpress.constants;

public enum ZegoCopyrightedMusicResourceQualityType {
    ZEGO_COPYRIGHTED_MUSIC_RESOURCE_QUALITY_NORMAL(0),
    ZEGO_COPYRIGHTED_MUSIC_RESOURCE_QUALITY_HQ(1),
    ZEGO_COPYRIGHTED_MUSIC_RESOURCE_QUALITY_SQ(2);

    private final int value;

    ZegoCopyrightedMusicResourceQualityType(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoCopyrightedMusicResourceQualityType
            getZegoCopyrightedMusicResourceQualityType(int value) {
        for (ZegoCopyrightedMusicResourceQualityType constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
