package io.freshet.media.dtls;

/// Bounds of the SRTP contexts of one transport.
///
/// @param maxSsrcs authenticated SSRCs that get state, per direction; 1 to 256, default 16. Further
///   ones are refused with [SrtpReceiver#TOO_MANY_SSRCS]
/// @param replayWindow packets per SSRC in which a repetition is recognised (RFC 3711 §3.3.2: at
///   least 64); a multiple of 64 from 128 to 32768, default 1024
/// @param resendWindow packets per SSRC that a sender remembers so that a resend can be told from a
///   forbidden reuse of its index; a power of two from 64 to 32768, default 512, 4 bytes each
public record SrtpConfig(int maxSsrcs, int replayWindow, int resendWindow) {
    public static final SrtpConfig DEFAULT = new SrtpConfig(16, 1024, 512);

    public SrtpConfig {
        if (maxSsrcs < 1 || maxSsrcs > 256) {
            throw new IllegalArgumentException("maxSsrcs " + maxSsrcs);
        }
        if (replayWindow < 128 || replayWindow > 32_768 || replayWindow % 64 != 0) {
            throw new IllegalArgumentException("replayWindow " + replayWindow);
        }
        if (resendWindow < 64 || resendWindow > 32_768 || Integer.bitCount(resendWindow) != 1) {
            throw new IllegalArgumentException("resendWindow " + resendWindow);
        }
    }
}
