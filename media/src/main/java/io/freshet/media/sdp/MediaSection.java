package io.freshet.media.sdp;

import io.freshet.media.rtp.MediaKind;
import java.util.List;
import java.util.Optional;

/// One m-section of an offer, with the session's attributes where it has none of its own. RFC 8866
/// §5.14.
///
/// @param media `audio`, `video`, `application` or anything else
/// @param port 0 when the section is not offered, unless it is `bundleOnly` (RFC 9143 §6)
/// @param protocol as written
/// @param formatList the rest of the m-line as written
/// @param mid empty when the section has none
/// @param iceUfrag empty when missing, as `icePassword` and `fingerprint`
/// @param fingerprint the first one whose hash function is good enough; `sha-1 …` when there are
///   only weak ones
/// @param setup empty when missing (RFC 4145 §4)
/// @param formats in the order of the m-line
/// @param ssrcs in the order written (RFC 5576 §4.1)
/// @param flows pairs of media and retransmission SSRC (RFC 5576 §4.2, FID)
/// @param layers the SSRCs of a simulcast, first one first; empty without
record MediaSection(
        String media,
        int port,
        String protocol,
        String formatList,
        String mid,
        boolean bundleOnly,
        Direction direction,
        String iceUfrag,
        String icePassword,
        String fingerprint,
        String setup,
        boolean rtcpMux,
        boolean reducedSize,
        boolean mixedExtensions,
        List<PayloadFormat> formats,
        List<OfferedExtension> extensions,
        List<Integer> ssrcs,
        List<Flow> flows,
        List<Integer> layers) {
    record Flow(int ssrc, int rtxSsrc) {}

    MediaSection {
        formats = List.copyOf(formats);
        extensions = List.copyOf(extensions);
        ssrcs = List.copyOf(ssrcs);
        flows = List.copyOf(flows);
        layers = List.copyOf(layers);
    }

    boolean offered() {
        return port != 0 || bundleOnly;
    }

    Optional<MediaKind> kind() {
        return switch (media) {
            case "audio" -> Optional.of(MediaKind.AUDIO);
            case "video" -> Optional.of(MediaKind.VIDEO);
            default -> Optional.empty();
        };
    }

    boolean hasTransport() {
        return !iceUfrag.isEmpty() && !icePassword.isEmpty() && !fingerprint.isEmpty();
    }

    /// The SSRC whose packets are the section's media, 0 when the offer does not say.
    int mediaSsrc() {
        if (!layers.isEmpty()) {
            return layers.getFirst();
        }
        if (!flows.isEmpty()) {
            return flows.getFirst().ssrc();
        }
        return ssrcs.isEmpty() ? 0 : ssrcs.getFirst();
    }

    /// The SSRC of the retransmissions of [#mediaSsrc()], 0 when the offer does not say.
    int retransmissionSsrc() {
        int media = mediaSsrc();
        for (Flow flow : flows) {
            if (flow.ssrc() == media) {
                return flow.rtxSsrc();
            }
        }
        return 0;
    }
}
