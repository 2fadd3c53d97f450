package io.freshet.media.rtp;

/// The codecs that are forwarded. `encodingName` is the name in SDP's `rtpmap`, compared without
/// case.
public enum Codec {
    OPUS(MediaKind.AUDIO, "opus", 48_000), // RFC 7587
    VP8(MediaKind.VIDEO, "VP8", 90_000), // RFC 7741
    H264(MediaKind.VIDEO, "H264", 90_000), // RFC 6184
    VP9(MediaKind.VIDEO, "VP9", 90_000), // RFC 9628
    AV1(MediaKind.VIDEO, "AV1", 90_000),
    H265(MediaKind.VIDEO, "H265", 90_000); // RFC 7798

    private final MediaKind kind;
    private final String encodingName;
    private final int clockRate;

    Codec(MediaKind kind, String encodingName, int clockRate) {
        this.kind = kind;
        this.encodingName = encodingName;
        this.clockRate = clockRate;
    }

    public MediaKind kind() {
        return kind;
    }

    public String encodingName() {
        return encodingName;
    }

    public int clockRate() {
        return clockRate;
    }
}
