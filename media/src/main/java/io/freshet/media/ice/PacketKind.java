package io.freshet.media.ice;

import java.nio.ByteBuffer;

/// What shares the one UDP port, told apart by the first byte. RFC 7983 §7, RFC 9443 §3.
public enum PacketKind {
    STUN,
    DTLS,
    /// RTP or RTCP; the second byte says which (RFC 5761 §4).
    SRTP,
    OTHER;

    /// The kind of a datagram, [#OTHER] when it is empty. Looks at one byte only.
    public static PacketKind of(ByteBuffer datagram, int offset, int length) {
        if (length < 1) {
            return OTHER;
        }
        int first = datagram.get(offset) & 0xff;
        if (first <= 3) {
            return STUN;
        }
        if (first >= 20 && first <= 63) {
            return DTLS;
        }
        return first >= 128 && first <= 191 ? SRTP : OTHER;
    }

    /// Whether a datagram of kind [#SRTP] is RTCP: its packet type is 192 to 223, where RTP would
    /// have the marker bit and a payload type from 64 to 95 (RFC 5761 §4). False when shorter than
    /// two bytes.
    public static boolean isRtcp(ByteBuffer datagram, int offset, int length) {
        if (length < 2) {
            return false;
        }
        int second = datagram.get(offset + 1) & 0xff;
        return second >= 192 && second <= 223;
    }
}
