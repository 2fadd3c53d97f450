package io.freshet.media.dtls;

import java.nio.ByteBuffer;

/// Protects what is sent to one peer. Single-threaded, allocates nothing per packet where the
/// cipher allows it. RFC 3711 §3.3, RFC 7714 §8.
public interface SrtpSender {
    /// The sequence number was used for a packet that was not exactly the same (header extensions
    /// included), or so long ago that nobody knows. Sending it would break the encryption: a
    /// repeated packet must be identical or go out as RTX. RFC 3711 §9.1, RFC 7714 §8.4.
    int INDEX_REUSED = -1;

    /// More SSRCs than [SrtpConfig#maxSsrcs()].
    int TOO_MANY_SSRCS = -2;

    /// 2^48 RTP or 2^31 RTCP packets were sent with this key. RFC 3711 §9.2.
    int KEY_EXHAUSTED = -3;

    /// Writes the protected packet behind a header that already stands at `out[outOffset, outOffset
    /// + headerLength)`: encrypts `payload` (left untouched) to follow it.
    ///
    /// @param seqNo unwrapped sequence number; `seqNo >>> 16` is the rollover counter
    /// @return the whole packet's length, or one of the negative constants: then there is nothing
    ///   to send
    int protectRtp(
            ByteBuffer out,
            int outOffset,
            int headerLength,
            ByteBuffer payload,
            int payloadOffset,
            int payloadLength,
            long seqNo);

    /// Protects a compound RTCP packet in place; the buffer must have room for tag and index (at
    /// most 24 bytes more).
    ///
    /// @return the protected length, or [#KEY_EXHAUSTED]
    int protectRtcp(ByteBuffer packet, int offset, int length);
}
