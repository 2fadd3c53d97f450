package im.zego.zegoexpress.constants;

public enum ZegoSwitchPlayingStreamType {
    DEFAULT(0),
    FORCE(1);

    private final int value;

    ZegoSwitchPlayingStreamType(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoSwitchPlayingStreamType getZegoSwitchPlayingStreamType(int value) {
        for (ZegoSwitchPlayingStreamType constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
