package io.freshet.media.dtls;

import java.nio.ByteBuffer;

/// Protects what is sent to one peer. Single-threaded, allocates nothing per packet where the
/// cipher allows it. RFC 3711 §3.3, RFC 7714 §8.
public interface SrtpSender {
    /// Writes the protected packet behind a header that already stands at `out[outOffset, outOffset
    /// + headerLength)`: encrypts `payload` (left untouched) to follow it.
    ///
    /// @param seqNo unwrapped sequence number; `seqNo >>> 16` is the rollover counter
    /// @return the whole packet's length
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
    /// @return the protected length
    int protectRtcp(ByteBuffer packet, int offset, int length);
}
