package io.freshet.media.sdp;

import io.freshet.media.rtp.Codec;
import io.freshet.media.rtp.HeaderExtension;
import io.freshet.media.rtp.HeaderExtensionMap;
import io.freshet.media.rtp.MediaKind;
import io.freshet.media.rtp.TrackParameters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The part of answering that is the same for publishers and players: which sections are used, the
/// way to the peer, header extensions and feedback. RFC 3264, RFC 8829 §5.3, RFC 9143 §7.3.
final class Negotiation {
    private static final String PROTOCOL = "UDP/TLS/RTP/SAVPF"; // RFC 8829 §5.1.2
    private static final Set<String> FEEDBACK =
            Set.of("nack", "nack pli", "ccm fir", "transport-cc");

    private final SessionOffer offer;

    Negotiation(SessionOffer offer) {
        this.offer = offer;
    }

    /// Sections of a kind that can be talked about, whatever their direction and codecs.
    List<MediaSection> sections(MediaKind kind) {
        return offer.sections().stream()
                .filter(MediaSection::offered)
                .filter(section -> section.kind().filter(k -> k == kind).isPresent())
                .filter(section -> section.protocol().equals(PROTOCOL))
                .toList();
    }

    /// Refuses with the reason why there is no section to use.
    OfferRefusedException nothingUsable(String directionNeeded) {
        boolean media =
                offer.sections().stream()
                        .anyMatch(section -> section.offered() && section.kind().isPresent());
        if (!media) {
            return new OfferRefusedException("The offer has no audio or video section.");
        }
        if (sections(MediaKind.AUDIO).isEmpty() && sections(MediaKind.VIDEO).isEmpty()) {
            return new OfferRefusedException(
                    "The offer's audio and video sections must use the protocol " + PROTOCOL + ".");
        }
        return new OfferRefusedException(directionNeeded);
    }

    /// Refuses because of codecs.
    static OfferRefusedException noCodec(MediaSection section, String wanted) {
        String offered =
                section.formats().stream()
                        .map(PayloadFormat::encodingName)
                        .distinct()
                        .limit(16)
                        .collect(Collectors.joining(", "));
        return new OfferRefusedException(
                wanted
                        + " The offer's "
                        + section.media()
                        + " section has "
                        + (offered.isEmpty() ? "no codec." : offered + "."));
    }

    /// Agrees on a section.
    AnswerSection.Accepted accept(
            MediaSection section,
            Direction direction,
            PayloadFormat format,
            Set<HeaderExtension> wanted,
            Set<String> unwantedFeedback,
            int ssrc,
            int rtxSsrc) {
        List<OfferedExtension> extensions = extensions(section, direction, wanted);
        HeaderExtensionMap map = map(extensions);
        int rtx = PayloadFormat.retransmissionOf(format.payloadType(), section.formats());
        List<String> feedback =
                format.feedback().stream()
                        .filter(FEEDBACK::contains)
                        .filter(kind -> !unwantedFeedback.contains(kind))
                        // Useless without the numbers it reports on.
                        .filter(kind ->
                                !kind.equals("transport-cc")
                                        || map.has(HeaderExtension.TRANSPORT_CC))
                        .sorted(Comparator.naturalOrder())
                        .toList();
        Codec codec = CodecChoice.codec(format).orElseThrow();
        boolean nack = feedback.contains("nack");
        TrackParameters track =
                new TrackParameters(
                        section.mid(),
                        codec,
                        format.payloadType(),
                        nack ? rtx : TrackParameters.NONE,
                        format.formatText(),
                        map,
                        ssrc,
                        nack && rtx != TrackParameters.NONE ? rtxSsrc : 0,
                        nack,
                        feedback.contains("nack pli"),
                        feedback.contains("transport-cc"));
        return new AnswerSection.Accepted(
                section, direction, track, format.channels(), feedback, extensions);
    }

    private List<OfferedExtension> extensions(
            MediaSection section, Direction direction, Set<HeaderExtension> wanted) {
        boolean mixed = section.mixedExtensions() || offer.mixedExtensions();
        Map<HeaderExtension, OfferedExtension> chosen = new EnumMap<>(HeaderExtension.class);
        for (OfferedExtension offered : section.extensions()) {
            boolean theirWay =
                    direction.sends()
                            ? offered.direction().receives()
                            : offered.direction().sends();
            // One-byte elements have ids to 14, and 15 is reserved (RFC 8285 §4.2, §6).
            boolean usable = offered.id() < 15 || (mixed && offered.id() > 15);
            if (theirWay && usable) {
                named(offered.uri())
                        .filter(wanted::contains)
                        .ifPresent(extension -> chosen.putIfAbsent(extension, offered));
            }
        }
        // The transport-wide numbers say more than send times.
        if (chosen.containsKey(HeaderExtension.TRANSPORT_CC)) {
            chosen.remove(HeaderExtension.ABS_SEND_TIME);
        }
        return List.copyOf(chosen.values());
    }

    private static Optional<HeaderExtension> named(String uri) {
        for (HeaderExtension extension : HeaderExtension.values()) {
            if (extension.uri().equals(uri)) {
                return Optional.of(extension);
            }
        }
        return Optional.empty();
    }

    private static HeaderExtensionMap map(List<OfferedExtension> extensions) {
        Map<HeaderExtension, Integer> ids = new EnumMap<>(HeaderExtension.class);
        for (OfferedExtension extension : extensions) {
            ids.put(named(extension.uri()).orElseThrow(), extension.id());
        }
        return new HeaderExtensionMap(ids);
    }

    /// The mids that share the one transport, the one whose attributes count first (RFC 9143
    /// §7.3.1); what cannot share it is refused.
    List<AnswerSection.Accepted> bundled(List<AnswerSection.Accepted> accepted)
            throws OfferRefusedException {
        for (AnswerSection.Accepted section : accepted) {
            if (!section.offered().rtcpMux()) {
                throw new OfferRefusedException(
                        "The offer's "
                                + section.offered().media()
                                + " section lacks a=rtcp-mux: RTP and RTCP must share a port"
                                + " (RFC 5761).");
            }
        }
        if (accepted.size() < 2) {
            return accepted;
        }
        Optional<List<String>> bundle = offer.bundleOf(accepted.getFirst().offered().mid());
        boolean all =
                bundle.isPresent()
                        && accepted.stream()
                                .allMatch(a -> bundle.get().contains(a.offered().mid()));
        if (!all) {
            throw new OfferRefusedException(
                    "The offer's audio and video sections must be bundled (a=group:BUNDLE with"
                            + " their mids, RFC 9143).");
        }
        List<String> order = bundle.get();
        List<AnswerSection.Accepted> sorted = new ArrayList<>(accepted);
        sorted.sort(Comparator.comparingInt(a -> order.indexOf(a.offered().mid())));
        return sorted;
    }

    /// The way to the peer.
    static TransportOffer transport(List<AnswerSection.Accepted> bundled)
            throws OfferRefusedException {
        MediaSection section =
                bundled.stream()
                        .map(AnswerSection.Accepted::offered)
                        .filter(MediaSection::hasTransport)
                        .findFirst()
                        .orElse(bundled.getFirst().offered());
        if (section.iceUfrag().isEmpty() || section.icePassword().isEmpty()) {
            throw new OfferRefusedException(
                    "The offer lacks a=ice-ufrag or a=ice-pwd (RFC 8839 §5.4).");
        }
        if (section.fingerprint().isEmpty()) {
            throw new OfferRefusedException(
                    "The offer lacks a=fingerprint: media must be encrypted with DTLS-SRTP"
                            + " (RFC 8122).");
        }
        if (section.fingerprint().equals(SectionReader.WEAK_FINGERPRINT)) {
            throw new OfferRefusedException(
                    "The offer's fingerprint must be sha-256, sha-384 or sha-512.");
        }
        // We are always the DTLS server, and choose the cipher (RFC 8842 §5).
        if (!Set.of("", "actpass", "active").contains(section.setup())) {
            throw new OfferRefusedException(
                    "The offer must have a=setup:actpass or a=setup:active.");
        }
        return new TransportOffer(section.iceUfrag(), section.icePassword(), section.fingerprint());
    }

    SessionOffer offer() {
        return offer;
    }
}
