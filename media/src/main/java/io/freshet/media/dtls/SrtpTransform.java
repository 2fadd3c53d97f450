package io.freshet.media.dtls;

import java.nio.ByteBuffer;

/// What a protection profile does to one packet, given its index. Knows no state of an SSRC.
sealed interface SrtpTransform permits GcmTransform, CounterModeTransform {
    /// A word with the E bit and 31 bits of index (RFC 3711 §3.4).
    int RTCP_INDEX_BYTES = 4;

    /// Header and SSRC of the first RTCP packet stay readable (RFC 3711 §3.4).
    int RTCP_HEADER_BYTES = 8;

    int RTCP_ENCRYPTED = 0x8000_0000;

    int tagBytes();

    /// As [SrtpSender#protectRtp].
    ///
    /// @param index 48 bits: rollover counter and sequence number (RFC 3711 §3.3.1)
    int protectRtp(
            ByteBuffer out,
            int outOffset,
            int headerLength,
            ByteBuffer payload,
            int payloadOffset,
            int payloadLength,
            long index);

    /// Decrypts in place; the packet is as it was when this returns false.
    boolean unprotectRtp(ByteBuffer packet, int offset, int length, int headerLength, long index);

    /// As [SrtpSender#protectRtcp].
    ///
    /// @param index 31 bits
    int protectRtcp(ByteBuffer packet, int offset, int length, int index);

    /// Decrypts in place; the packet is as it was when this returns false. It has at least header,
    /// tag and index.
    boolean unprotectRtcp(ByteBuffer packet, int offset, int length);

    /// The word with E bit and index of a protected packet.
    int rtcpIndexWord(ByteBuffer packet, int offset, int length);
}
