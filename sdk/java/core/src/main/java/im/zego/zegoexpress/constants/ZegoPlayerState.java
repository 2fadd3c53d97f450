package im.zego.zegoexpress.constants;

public enum ZegoPlayerState {
    NO_PLAY(0),
    /// Asking, waiting for the stream, or trying again after an interruption.
    PLAY_REQUESTING(1),
    /// Media flows.
    PLAYING(2);

    private final int value;

    ZegoPlayerState(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoPlayerState getZegoPlayerState(int value) {
        for (ZegoPlayerState constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
