package im.zego.zegoexpress.constants;

public enum ZegoStreamState {
    STOPED(0),
    STARTING(1),
    STARTED(2);

    private final int value;

    ZegoStreamState(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoStreamState getZegoStreamState(int value) {
        for (ZegoStreamState constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
