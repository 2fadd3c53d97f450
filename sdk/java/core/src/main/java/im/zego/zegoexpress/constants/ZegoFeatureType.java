package im.zego.zegoexpress.constants;

public enum ZegoFeatureType {
    AUDIO(0),
    VIDEO(1),
    MEDIA_PLAYER(2),
    MEDIA_DATA_RECORDER(3),
    MEDIA_DATA_PUBLISHER(4),
    SEI(5),
    SDK_VIDEO_CAPTURE(6),
    CUSTOM_VIDEO_CAPTURE(7),
    SDK_VIDEO_RENDER(8),
    CUSTOM_VIDEO_RENDER(9),
    SDK_VIDEO_PROCESSING(10),
    CUSTOM_VIDEO_PROCESSING(11),
    STREAM_ENCRYPTION(12),
    RTMP(13),
    RTMPS(14),
    RTMP_OVER_QUIC(15),
    HTTP_FLV(16),
    HTTPS_FLV(17),
    HTTP_FLV_OVER_QUIC(18),
    SUPER_RESOLUTION(19),
    EFFECTS_BEAUTY(20),
    WHITEBOARD(21),
    RANGE_AUDIO(22),
    COPY_RIGHTED_MUSIC(23),
    VIDEO_OBJECT_SEGMENTATION(24),
    RANGE_SCENE(25),
    SCREEN_CAPTURE(26),
    AI_VOICE_CHANGER(27);

    private final int value;

    ZegoFeatureType(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoFeatureType getZegoFeatureType(int value) {
        for (ZegoFeatureType constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
