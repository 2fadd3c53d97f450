package im.zego.zegoexpress.constants;

public enum ZegoStreamAlignmentVolumeControlMode {
    CLOSE(0),
    OPEN(1);

    private final int value;

    ZegoStreamAlignmentVolumeControlMode(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoStreamAlignmentVolumeControlMode getZegoStreamAlignmentVolumeControlMode(
            int value) {
        for (ZegoStreamAlignmentVolumeControlMode constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
