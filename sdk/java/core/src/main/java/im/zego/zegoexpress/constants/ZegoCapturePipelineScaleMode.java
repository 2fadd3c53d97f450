package im.zego.zegoexpress.constants;

public enum ZegoCapturePipelineScaleMode {
    PRE(0),
    POST(1);

    private final int value;

    ZegoCapturePipelineScaleMode(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoCapturePipelineScaleMode getZegoCapturePipelineScaleMode(int value) {
        for (ZegoCapturePipelineScaleMode constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
