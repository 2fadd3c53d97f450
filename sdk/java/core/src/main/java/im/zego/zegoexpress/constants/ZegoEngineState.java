package im.zego.zegoexpress.constants;

public enum ZegoEngineState {
    START(0),
    STOP(1);

    private final int value;

    ZegoEngineState(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoEngineState getZegoEngineState(int value) {
        for (ZegoEngineState constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
