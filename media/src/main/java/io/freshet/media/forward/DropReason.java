package io.freshet.media.forward;

/// Why a packet was not used.
public enum DropReason {
    MALFORMED,
    UNKNOWN_SSRC,
    FOREIGN_PAYLOAD_TYPE,
    DUPLICATE,
    TOO_OLD,
    TOO_LARGE,
    PADDING_ONLY,
    SEQUENCE_JUMP,
    /// Its kind is not handed on to viewers.
    WITHHELD,
    RTCP_MALFORMED,
    RTCP_UNKNOWN
}
