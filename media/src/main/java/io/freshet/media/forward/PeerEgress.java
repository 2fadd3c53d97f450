package io.freshet.media.forward;

import java.nio.ByteBuffer;

/// The way out to one peer, as the forwarding logic sees it. Protects (SRTP) and hands over to the
/// socket; never blocks, never calls back. All buffers belong to the caller and are read before the
/// call returns.
public interface PeerEgress {
    /// Sends one RTP packet: `header` (fixed header and extensions, complete, for this peer)
    /// followed by `payload`, which is shared between viewers and must not be written to.
    ///
    /// @param seqNo the unwrapped sequence number, whose upper bits are the SRTP rollover counter
    void sendRtp(
            ByteBuffer header,
            int headerLength,
            ByteBuffer payload,
            int payloadOffset,
            int payloadLength,
            long seqNo);

    /// Sends one compound RTCP packet (RFC 3550 §6.1, RFC 5506 reduced size allowed).
    void sendRtcp(ByteBuffer packet, int offset, int length);
}
