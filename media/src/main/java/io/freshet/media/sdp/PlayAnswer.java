package io.freshet.media.sdp;

import io.freshet.media.rtp.HeaderExtension;
import io.freshet.media.rtp.MediaKind;
import io.freshet.media.rtp.TrackParameters;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/// What is answered to one who plays: each published track goes to the first section of its kind
/// that receives, in the publisher's codec, with SSRCs of ours. A section for which nothing is
/// published stays `inactive`; further sections and data channels are rejected.
public final class PlayAnswer {
    /// What we may write ourselves; everything else is passed on from the publisher.
    private static final Set<HeaderExtension> OURS =
            Set.of(HeaderExtension.MID, HeaderExtension.PLAYOUT_DELAY);

    /// Belong to one hop: they are not passed on, and we estimate nothing from viewers' feedback.
    private static final Set<HeaderExtension> HOP_BY_HOP =
            Set.of(HeaderExtension.TRANSPORT_CC, HeaderExtension.ABS_SEND_TIME);

    private static final Set<String> UNWANTED_FEEDBACK = Set.of("transport-cc");

    private final AnswerWriter writer;
    private final TransportOffer transport;
    private final List<TrackParameters> tracks;

    private PlayAnswer(
            AnswerWriter writer, TransportOffer transport, List<TrackParameters> tracks) {
        this.writer = writer;
        this.transport = transport;
        this.tracks = List.copyOf(tracks);
    }

    /// Decides.
    ///
    /// @param published what [PublishAnswer#tracks()] gave
    /// @param random chooses the SSRCs (RFC 3550 §8.1)
    /// @throws OfferRefusedException when the offer cannot be served
    public static PlayAnswer to(
            SessionOffer offer, List<TrackParameters> published, RandomGenerator random)
            throws OfferRefusedException {
        return new Decision(offer, published, random).decide();
    }

    /// What the viewer will get, one per track that it can play.
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

    private static final class Decision {
        private final SessionOffer offer;
        private final Negotiation negotiation;
        private final List<TrackParameters> published;
        private final RandomGenerator random;
        private final Set<Integer> ssrcs = new HashSet<>();
        private final Set<MediaKind> sent = EnumSet.noneOf(MediaKind.class);
        private final List<AnswerSection.Accepted> accepted = new ArrayList<>();

        Decision(SessionOffer offer, List<TrackParameters> published, RandomGenerator random) {
            this.offer = offer;
            this.negotiation = new Negotiation(offer);
            this.published = published;
            this.random = random;
        }

        PlayAnswer decide() throws OfferRefusedException {
            List<AnswerSection> sections = new ArrayList<>();
            for (MediaSection section : offer.sections()) {
                sections.add(answer(section));
            }
            if (sent.isEmpty()) {
                throw refusal();
            }
            List<AnswerSection.Accepted> bundled = negotiation.bundled(accepted);
            return new PlayAnswer(
                    new AnswerWriter(offer, sections, bundled, cname()),
                    Negotiation.transport(bundled),
                    accepted.stream()
                            .filter(section -> section.direction().sends())
                            .map(AnswerSection.Accepted::track)
                            .toList());
        }

        private AnswerSection answer(MediaSection section) throws OfferRefusedException {
            Optional<MediaKind> kind = section.kind();
            if (kind.isEmpty() || !negotiation.sections(kind.get()).contains(section)) {
                return new AnswerSection.Rejected(section);
            }
            Optional<TrackParameters> track = track(kind.get());
            if (track.isEmpty()) {
                return inactive(section, kind.get());
            }
            if (!section.direction().receives() || sent.contains(kind.get())) {
                return new AnswerSection.Rejected(section);
            }
            Optional<PayloadFormat> format = CodecChoice.toSend(track.get(), section.formats());
            if (format.isEmpty()) {
                throw Negotiation.noCodec(
                        section,
                        "This stream's "
                                + section.media()
                                + " is "
                                + CodecChoice.description(track.get())
                                + ".");
            }
            sent.add(kind.get());
            AnswerSection.Accepted answer =
                    negotiation.accept(
                            section,
                            Direction.SENDONLY,
                            format.get(),
                            extensions(track.get()),
                            UNWANTED_FEEDBACK,
                            ssrc(),
                            ssrc());
            accepted.add(answer);
            return answer;
        }

        /// A section without media is kept where that is possible: rejecting the one whose
        /// transport a bundle uses makes some peers give up the bundle.
        private AnswerSection inactive(MediaSection section, MediaKind kind) {
            Optional<PayloadFormat> format = CodecChoice.toReceive(kind, section.formats());
            boolean again =
                    accepted.stream().anyMatch(a -> a.offered().media().equals(section.media()));
            boolean bundled = section.rtcpMux() && offer.bundleOf(section.mid()).isPresent();
            if (format.isEmpty() || again || !bundled) {
                return new AnswerSection.Rejected(section);
            }
            AnswerSection.Accepted answer =
                    negotiation.accept(
                            section,
                            Direction.INACTIVE,
                            format.get(),
                            OURS,
                            UNWANTED_FEEDBACK,
                            0,
                            0);
            accepted.add(answer);
            return answer;
        }

        private OfferRefusedException refusal() {
            for (MediaKind kind : MediaKind.values()) {
                boolean receives =
                        negotiation.sections(kind).stream()
                                .anyMatch(section -> section.direction().receives());
                if (receives) {
                    return new OfferRefusedException(
                            kind == MediaKind.AUDIO
                                    ? "This stream has no audio; offer a video section to receive."
                                    : "This stream has no video; offer an audio section to"
                                            + " receive.");
                }
            }
            return negotiation.nothingUsable(
                    "A player must receive: the offer has no audio or video section with"
                            + " a=recvonly or a=sendrecv.");
        }

        private Optional<TrackParameters> track(MediaKind kind) {
            return published.stream().filter(track -> track.kind() == kind).findFirst();
        }

        private static Set<HeaderExtension> extensions(TrackParameters track) {
            Set<HeaderExtension> extensions = EnumSet.copyOf(OURS);
            for (HeaderExtension extension : HeaderExtension.values()) {
                if (track.extensions().has(extension) && !HOP_BY_HOP.contains(extension)) {
                    extensions.add(extension);
                }
            }
            return extensions;
        }

        private int ssrc() {
            while (true) {
                int ssrc = random.nextInt();
                if (ssrc != 0 && ssrcs.add(ssrc)) {
                    return ssrc;
                }
            }
        }

        private String cname() {
            return Long.toUnsignedString(random.nextLong(), 36); // RFC 7022 §4.2
        }
    }
}
