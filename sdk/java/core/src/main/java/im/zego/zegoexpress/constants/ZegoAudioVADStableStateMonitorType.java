package im.zego.zegoexpress.constants;

public enum ZegoAudioVADStableStateMonitorType {
    CAPTURED(0),
    CUSTOM_PROCESSED(1);

    private final int value;

    ZegoAudioVADStableStateMonitorType(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoAudioVADStableStateMonitorType getZegoAudioVADStableStateMonitorType(
            int value) {
        for (ZegoAudioVADStableStateMonitorType constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
