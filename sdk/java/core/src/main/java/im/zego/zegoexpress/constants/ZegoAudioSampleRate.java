package im.zego.zegoexpress.constants;

public enum ZegoAudioSampleRate {
    UNKNOWN(0),
    ZEGO_AUDIO_SAMPLE_RATE_8K(8000),
    ZEGO_AUDIO_SAMPLE_RATE_16K(16000),
    ZEGO_AUDIO_SAMPLE_RATE_22K(22050),
    ZEGO_AUDIO_SAMPLE_RATE_24K(24000),
    ZEGO_AUDIO_SAMPLE_RATE_32K(32000),
    ZEGO_AUDIO_SAMPLE_RATE_44K(44100),
    ZEGO_AUDIO_SAMPLE_RATE_48K(48000);

    private final int value;

    ZegoAudioSampleRate(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /// The constant with this number, or null.
    public static ZegoAudioSampleRate getZegoAudioSampleRate(int value) {
        for (ZegoAudioSampleRate constant : values()) {
            if (constant.value == value) {
                return constant;
            }
        }
        return null;
    }
}
