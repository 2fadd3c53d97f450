package im.zego.zegoexpress.constants;

public enum ZegoCopyrightedMusicType {
    @Deprecated
    ZEGO_COPYRIGHTED_MUSIC_SONG(0),
    @Deprecated
    ZEGO_COPYRIGHTED_MUSIC_SONG_HQ(1),
    @Deprecated
    ZEGO_COPYRIGHTED_MUSIC_SONG_SQ(2),
    @Deprecated
    ZEGO_COPYRIGHTED_MUSIC_ACCOMPANIMENT(3),
    @Deprecated
    ZEGO_COPYRIGHTED_MUSIC_ACCOMPANIMENT_CLIP(4),
    @Deprecated
    ZEGO_COPYRIGHTED_MUSIC_ACCOMPANIMENT_SEGMENT(5);

    private final int value;

    ZegoCopyrightedMusicType(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoCopyrightedMusicType getZegoCopyrightedMusicType(int value) {
        for (ZegoCopyrightedMusicType constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
