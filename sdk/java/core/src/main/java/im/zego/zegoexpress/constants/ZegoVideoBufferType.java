package im.zego.zegoexpress.constants;

public enum ZegoVideoBufferType {
    UNKNOWN(0),
    RAW_DATA(1),
    ENCODED_DATA(2),
    GL_TEXTURE_2D(3),
    SURFACE_TEXTURE(5),
    GL_TEXTURE_EXTERNAL_OES(6),
    GL_TEXTURE_2D_AND_RAW_DATA(7);

    private final int value;

    ZegoVideoBufferType(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoVideoBufferType getZegoVideoBufferType(int value) {
        for (ZegoVideoBufferType constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
