package io.freshet.media.sdp;

import io.freshet.media.rtp.HeaderExtension;
import io.freshet.media.rtp.MediaKind;
import io.freshet.media.rtp.TrackParameters;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is answered to one who publishes: at most one audio track (Opus) and one video track with
/// the first codec of the offer that is forwarded. Further sections and data channels are rejected.
/// Simulcast is declined (RFC 8853 §5.3.2): the peer then sends one layer.
public final class PublishAnswer {
    /// The dependency descriptor is left out: its frame numbers would have to be rewritten when a
    /// host comes back on a new transport. Layers are forwarded all together without it.
    private static final Set<HeaderExtension> EXTENSIONS =
            Set.copyOf(EnumSet.complementOf(EnumSet.of(HeaderExtension.DEPENDENCY_DESCRIPTOR)));

    private final AnswerWriter writer;
    private final TransportOffer transport;
    private final List<TrackParameters> tracks;

    private PublishAnswer(
            AnswerWriter writer, TransportOffer transport, List<TrackParameters> tracks) {
        this.writer = writer;
        this.transport = transport;
        this.tracks = List.copyOf(tracks);
    }

    /// Decides.
    ///
    /// @throws OfferRefusedException when the offer cannot be served
    public static PublishAnswer to(SessionOffer offer) throws OfferRefusedException {
        Negotiation negotiation = new Negotiation(offer);
        Map<MediaKind, AnswerSection.Accepted> used = new EnumMap<>(MediaKind.class);
        for (MediaKind kind : MediaKind.values()) {
            Optional<MediaSection> sending =
                    negotiation.sections(kind).stream()
                            .filter(section -> section.direction().sends())
                            .findFirst();
            if (sending.isPresent()) {
                used.put(kind, receive(negotiation, sending.get(), kind));
            }
        }
        if (used.isEmpty()) {
            throw negotiation.nothingUsable(
                    "A publisher must send: the offer has no audio or video section with"
                            + " a=sendonly or a=sendrecv.");
        }
        List<AnswerSection> sections = new ArrayList<>();
        List<AnswerSection.Accepted> accepted = new ArrayList<>();
        for (MediaSection section : offer.sections()) {
            AnswerSection answer = new AnswerSection.Rejected(section);
            for (AnswerSection.Accepted candidate : used.values()) {
                if (candidate.offered().equals(section)) {
                    answer = candidate;
                    accepted.add(candidate);
                }
            }
            sections.add(answer);
        }
        List<AnswerSection.Accepted> bundled = negotiation.bundled(accepted);
        return new PublishAnswer(
                new AnswerWriter(offer, sections, bundled, ""),
                Negotiation.transport(bundled),
                accepted.stream().map(AnswerSection.Accepted::track).toList());
    }

    private static AnswerSection.Accepted receive(
            Negotiation negotiation, MediaSection section, MediaKind kind)
            throws OfferRefusedException {
        Optional<PayloadFormat> format = CodecChoice.toReceive(kind, section.formats());
        if (format.isEmpty()) {
            throw Negotiation.noCodec(
                    section,
                    kind == MediaKind.AUDIO
                            ? "Audio must be opus/48000/2."
                            : "Video must be VP8, H264, VP9, AV1 or H265.");
        }
        return negotiation.accept(
                section,
                Direction.RECVONLY,
                format.get(),
                EXTENSIONS,
                Set.of(),
                section.mediaSsrc(),
                section.retransmissionSsrc());
    }

    /// What the publisher will send.
    public List<TrackParameters> tracks() {
        return tracks;
    }

    public TransportOffer transport() {
        return transport;
    }

    /// The answer as SDP.
    ///
    /// @param sessionId not negative, new for every session (RFC 8866 §5.2)
    public String text(LocalTransport local, long sessionId) {
        return writer.write(local, sessionId);
    }
}
