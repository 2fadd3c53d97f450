package im.zego.zegoexpress.constants;

public enum ZegoCopyrightedMusicResourceType {
    ZEGO_COPYRIGHTED_MUSIC_RESOURCE_SONG(0),
    ZEGO_COPYRIGHTED_MUSIC_RESOURCE_ACCOMPANIMENT(1),
    ZEGO_COPYRIGHTED_MUSIC_RESOURCE_ACCOMPANIMENT_CLIP(2),
    ZEGO_COPYRIGHTED_MUSIC_RESOURCE_ACCOMPANIMENT_SEGMENT(3);

    private final int value;

    ZegoCopyrightedMusicResourceType(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoCopyrightedMusicResourceType getZegoCopyrightedMusicResourceType(int value) {
        for (ZegoCopyrightedMusicResourceType constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
