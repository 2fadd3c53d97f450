package io.freshet.media.sdp;

import io.freshet.media.rtp.Codec;
import io.freshet.media.rtp.TrackParameters;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/// Writes an answer. RFC 8829 §5.3.1.
final class AnswerWriter {
    private static final String STREAM = "freshet";

    private final SessionOffer offer;
    private final List<AnswerSection> sections;
    private final List<AnswerSection.Accepted> bundled;
    private final String cname;

    /// @param bundled the accepted sections, the tagged one first
    /// @param cname of what we send, empty when we send nothing
    AnswerWriter(
            SessionOffer offer,
            List<AnswerSection> sections,
            List<AnswerSection.Accepted> bundled,
            String cname) {
        this.offer = offer;
        this.sections = List.copyOf(sections);
        this.bundled = List.copyOf(bundled);
        this.cname = cname;
    }

    String write(LocalTransport local, long sessionId) {
        StringBuilder out = new StringBuilder(4096);
        line(out, "v=0");
        line(out, "o=- " + sessionId + " 1 IN IP4 127.0.0.1");
        line(out, "s=-");
        line(out, "t=0 0");
        List<String> mids =
                bundled.stream()
                        .map(section -> section.offered().mid())
                        .filter(mid -> !mid.isEmpty() && offer.bundleOf(mid).isPresent())
                        .toList();
        if (!mids.isEmpty()) {
            line(out, "a=group:BUNDLE " + String.join(" ", mids));
        }
        if (offer.mixedExtensions()) {
            line(out, "a=extmap-allow-mixed");
        }
        line(out, "a=msid-semantic: WMS *");
        line(out, "a=ice-lite"); // RFC 8839 §5.3
        for (AnswerSection section : sections) {
            switch (section) {
                case AnswerSection.Rejected rejected -> write(out, rejected);
                case AnswerSection.Accepted accepted -> write(out, accepted, local);
            }
        }
        return out.toString();
    }

    private static void write(StringBuilder out, AnswerSection.Rejected section) {
        MediaSection offered = section.offered();
        line(
                out,
                "m="
                        + offered.media()
                        + " 0 "
                        + offered.protocol()
                        + " "
                        + SdpText.before(offered.formatList(), ' '));
        line(out, "c=IN IP4 0.0.0.0");
        if (!offered.mid().isEmpty()) {
            line(out, "a=mid:" + offered.mid());
        }
        if (offered.kind().isPresent()) {
            line(out, "a=inactive");
        }
    }

    private void write(StringBuilder out, AnswerSection.Accepted section, LocalTransport local) {
        MediaSection offered = section.offered();
        TrackParameters track = section.track();
        InetSocketAddress first = local.candidates().getFirst();
        String rtx =
                track.rtxPayloadType() == TrackParameters.NONE ? "" : " " + track.rtxPayloadType();
        line(
                out,
                "m="
                        + offered.media()
                        + " "
                        + first.getPort()
                        + " "
                        + offered.protocol()
                        + " "
                        + track.payloadType()
                        + rtx);
        line(out, "c=IN " + (isIpv6(first) ? "IP6 " : "IP4 ") + host(first));
        if (!offered.mid().isEmpty()) {
            line(out, "a=mid:" + offered.mid());
        }
        line(out, "a=" + section.direction().attribute());
        line(out, "a=rtcp-mux");
        if (offered.reducedSize()) {
            line(out, "a=rtcp-rsize");
        }
        line(out, "a=ice-ufrag:" + local.iceUfrag());
        line(out, "a=ice-pwd:" + local.icePassword());
        line(out, "a=fingerprint:" + local.fingerprint());
        line(out, "a=setup:passive"); // RFC 8842 §5.3
        for (OfferedExtension extension : section.extensions()) {
            String direction =
                    extension.hasDirection()
                            ? "/" + extension.direction().reversed().attribute()
                            : "";
            line(out, "a=extmap:" + extension.id() + direction + " " + extension.uri());
        }
        writeFormats(out, section);
        if (section.direction().sends()) {
            writeSources(out, track, offered.media());
        }
        // Bundled sections share the candidates of the tagged one (RFC 9143 §7.3.1).
        if (bundled.getFirst().equals(section)) {
            writeCandidates(out, local);
        }
    }

    private static void writeFormats(StringBuilder out, AnswerSection.Accepted section) {
        TrackParameters track = section.track();
        Codec codec = track.codec();
        int type = track.payloadType();
        line(
                out,
                "a=rtpmap:"
                        + type
                        + " "
                        + codec.encodingName()
                        + "/"
                        + codec.clockRate()
                        + (section.channels() == 1 ? "" : "/" + section.channels()));
        for (String feedback : section.feedback()) {
            line(out, "a=rtcp-fb:" + type + " " + feedback);
        }
        String parameters =
                codec == Codec.OPUS
                        ? opusParameters(track.formatParameters())
                        : track.formatParameters();
        if (!parameters.isEmpty()) {
            line(out, "a=fmtp:" + type + " " + parameters);
        }
        if (track.rtxPayloadType() != TrackParameters.NONE) {
            line(out, "a=rtpmap:" + track.rtxPayloadType() + " rtx/" + codec.clockRate());
            line(out, "a=fmtp:" + track.rtxPayloadType() + " apt=" + type);
        }
    }

    /// Opus parameters say what their writer wants to get (RFC 7587 §7.1): what the peer wants, we
    /// want as well, and stereo if it says that it will send that.
    private static String opusParameters(String offered) {
        List<String> wanted = new ArrayList<>();
        boolean[] stereo = {false};
        SdpText.parameters(offered)
                .forEach((name, value) -> {
                    switch (name) {
                        case "stereo", "sprop-stereo" -> stereo[0] |= value.equals("1");
                        case "sprop-maxcapturerate" -> {}
                        default -> wanted.add(value.isEmpty() ? name : name + "=" + value);
                    }
                });
        if (stereo[0]) {
            wanted.add("stereo=1");
        }
        return String.join(";", wanted);
    }

    private void writeSources(StringBuilder out, TrackParameters track, String label) {
        line(out, "a=msid:" + STREAM + " " + label); // RFC 8830
        String ssrc = Integer.toUnsignedString(track.ssrc());
        if (track.rtxSsrc() == 0) {
            line(out, "a=ssrc:" + ssrc + " cname:" + cname);
            return;
        }
        String rtxSsrc = Integer.toUnsignedString(track.rtxSsrc());
        line(out, "a=ssrc-group:FID " + ssrc + " " + rtxSsrc); // RFC 5576 §4.2
        for (String source : List.of(ssrc, rtxSsrc)) {
            line(out, "a=ssrc:" + source + " cname:" + cname);
            line(out, "a=ssrc:" + source + " msid:" + STREAM + " " + label);
        }
    }

    /// Host candidates of component 1. RFC 8839 §5.1, priorities RFC 8445 §5.1.2.1.
    private static void writeCandidates(StringBuilder out, LocalTransport local) {
        int preference = 65_535;
        int foundation = 1;
        for (InetSocketAddress candidate : local.candidates()) {
            long priority = (126L << 24) | ((long) preference << 8) | 255;
            line(
                    out,
                    "a=candidate:"
                            + foundation
                            + " 1 udp "
                            + priority
                            + " "
                            + host(candidate)
                            + " "
                            + candidate.getPort()
                            + " typ host");
            preference--;
            foundation++;
        }
        line(out, "a=end-of-candidates"); // RFC 8840 §8.2
    }

    private static boolean isIpv6(InetSocketAddress address) {
        return address.getAddress() instanceof Inet6Address;
    }

    private static String host(InetSocketAddress address) {
        return SdpText.before(address.getAddress().getHostAddress(), '%');
    }

    private static void line(StringBuilder out, String line) {
        out.append(line).append("\r\n");
    }
}
