package io.freshet.media.rtp;

/// What was negotiated for one audio or video track on one transport, seen from the sender of the
/// media.
///
/// @param mid the m-section's id (RFC 9143)
/// @param payloadType of the codec on this transport
/// @param rtxPayloadType of its retransmissions (RFC 4588), [#NONE] when not negotiated
/// @param formatParameters the codec's `fmtp` line, empty when there is none
/// @param ssrc of the media; 0 when the offer does not say (then it is learnt from the MID
///   extension or the payload type)
/// @param rtxSsrc of the retransmissions, 0 when unknown or absent
/// @param nack generic NACK was negotiated (RFC 4585 §6.2.1)
/// @param pli picture loss indication was negotiated (RFC 4585 §6.3.1)
/// @param transportCc transport-wide congestion control feedback was negotiated
public record TrackParameters(
        String mid,
        Codec codec,
        int payloadType,
        int rtxPayloadType,
        String formatParameters,
        HeaderExtensionMap extensions,
        int ssrc,
        int rtxSsrc,
        boolean nack,
        boolean pli,
        boolean transportCc) {
    public static final int NONE = -1;

    public MediaKind kind() {
        return codec.kind();
    }
}
