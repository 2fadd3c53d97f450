package io.freshet.media.sdp;

import io.freshet.media.rtp.Codec;
import io.freshet.media.rtp.MediaKind;
import io.freshet.media.rtp.TrackParameters;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which payload format of an offer is used.
final class CodecChoice {
    private static final String PROFILE = "profile-level-id";
    private static final String PACKETIZATION = "packetization-mode";

    private CodecChoice() {}

    /// The codec a format stands for, empty when it is none that is forwarded.
    static Optional<Codec> codec(PayloadFormat format) {
        for (Codec codec : Codec.values()) {
            if (format.isNamed(codec.encodingName())
                    && format.clockRate() == codec.clockRate()
                    && (codec != Codec.OPUS || format.channels() == 2)) { // RFC 7587 §7
                return Optional.of(codec);
            }
        }
        return Optional.empty();
    }

    /// What a publisher is asked to send: the first codec of its offer that is forwarded. Of
    /// several H.264 formats the one that most viewers can play: packetization mode 1 first, then
    /// constrained baseline, which every WebRTC endpoint has (RFC 7742 §6.2).
    static Optional<PayloadFormat> toReceive(MediaKind kind, List<PayloadFormat> formats) {
        List<PayloadFormat> forwarded =
                formats.stream()
                        .filter(format -> codec(format).filter(c -> c.kind() == kind).isPresent())
                        .toList();
        if (forwarded.isEmpty()) {
            return Optional.empty();
        }
        PayloadFormat best = forwarded.getFirst();
        if (isH264(best)) {
            for (PayloadFormat format : forwarded) {
                if (isH264(format) && rank(format) > rank(best)) {
                    best = format;
                }
            }
        }
        return Optional.of(best);
    }

    private static boolean isH264(PayloadFormat format) {
        return format.isNamed(Codec.H264.encodingName());
    }

    private static int rank(PayloadFormat h264) {
        boolean common =
                H264Profile.of(h264.parameter(PROFILE, ""))
                        .filter(profile -> profile == H264Profile.CONSTRAINED_BASELINE)
                        .isPresent();
        return (h264.parameter(PACKETIZATION, "0").equals("1") ? 2 : 0) + (common ? 1 : 0);
    }

    /// The viewer's format in which it can play a published track as it is.
    static Optional<PayloadFormat> toSend(TrackParameters published, List<PayloadFormat> formats) {
        PayloadFormat source = published(published);
        Optional<PayloadFormat> inexact = Optional.empty();
        for (PayloadFormat format : formats) {
            if (codec(format).filter(codec -> codec == published.codec()).isEmpty()) {
                continue;
            }
            if (sameProfile(published.codec(), format, source)) {
                return Optional.of(format);
            }
            if (inexact.isEmpty() && plays(published.codec(), format, source)) {
                inexact = Optional.of(format);
            }
        }
        return inexact;
    }

    /// A published track in a developer's words.
    static String description(TrackParameters track) {
        return published(track).description();
    }

    private static PayloadFormat published(TrackParameters track) {
        return new PayloadFormat(
                track.payloadType(),
                track.codec().encodingName(),
                track.codec().clockRate(),
                1,
                SdpText.parameters(track.formatParameters()),
                track.formatParameters(),
                Set.of());
    }

    private static boolean sameProfile(Codec codec, PayloadFormat viewer, PayloadFormat source) {
        return plays(codec, viewer, source)
                && (codec != Codec.H264
                        || (H264Profile.of(viewer.parameter(PROFILE, ""))
                                        .equals(H264Profile.of(source.parameter(PROFILE, "")))
                                && viewer.parameter(PACKETIZATION, "0")
                                        .equals(source.parameter(PACKETIZATION, "0"))));
    }

    private static boolean plays(Codec codec, PayloadFormat viewer, PayloadFormat source) {
        return switch (codec) {
            case OPUS, VP8 -> true;
            case H264 -> playsH264(viewer, source);
            // RFC 9628 §6: a missing profile-id means 0.
            case VP9 ->
                    viewer.parameter("profile-id", "0").equals(source.parameter("profile-id", "0"));
            // AV1 RTP §7.2.1: a decoder of a profile decodes the ones below.
            case AV1 ->
                    SdpText.number(viewer.parameter("profile", "0"), 0, 2, 0)
                            >= SdpText.number(source.parameter("profile", "0"), 0, 2, 0);
            // RFC 7798 §7.1: a missing profile-id means 1, a missing tx-mode SRST.
            case H265 ->
                    viewer.parameter("profile-id", "1").equals(source.parameter("profile-id", "1"))
                            && viewer.parameter("tx-mode", "SRST")
                                    .equalsIgnoreCase(source.parameter("tx-mode", "SRST"));
        };
    }

    private static boolean playsH264(PayloadFormat viewer, PayloadFormat source) {
        boolean packets =
                viewer.parameter(PACKETIZATION, "0").equals(source.parameter(PACKETIZATION, "0"))
                        // Mode 0's packets are single NAL units, which mode 1 also has (RFC 6184
                        // §6.3).
                        || (source.parameter(PACKETIZATION, "0").equals("0")
                                && viewer.parameter(PACKETIZATION, "0").equals("1"));
        Optional<H264Profile> decoder = H264Profile.of(viewer.parameter(PROFILE, ""));
        Optional<H264Profile> encoder = H264Profile.of(source.parameter(PROFILE, ""));
        return packets
                && decoder.isPresent()
                && encoder.isPresent()
                && decoder.get().decodes(encoder.get());
    }
}
