package io.freshet.media.transport;

import java.util.Locale;

/// Why a datagram, received or to be sent, was dropped by a transport or the router.
public enum TransportDrop {
    /// From an address that no transport has validated, and no ICE check for one of ours.
    UNKNOWN_SOURCE,
    /// No STUN, DTLS, RTP or RTCP (RFC 7983).
    UNKNOWN_KIND,
    /// Longer than any datagram WebRTC sends.
    TOO_LARGE,
    /// DTLS or SRTP from an address that did not pass an ICE check.
    NOT_VALIDATED,
    /// The DTLS association did not take it: its queue is full or it is over.
    DTLS_REFUSED,
    /// SRTP before the handshake was through.
    NO_KEYS,
    /// RTP from a peer that plays.
    UNEXPECTED_MEDIA,
    SRTP_AUTHENTICATION,
    SRTP_REPLAYED,
    SRTP_MALFORMED,
    SRTP_TOO_MANY_SSRCS,
    /// To be sent before the peer chose an address or the handshake was through, or after the end.
    NOT_CONNECTED,
    /// To be sent, but the SRTP context refused to encrypt it.
    SRTP_REFUSED;

    private final String label = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /// The name in metrics, `unknown-source`.
    public String label() {
        return label;
    }
}
