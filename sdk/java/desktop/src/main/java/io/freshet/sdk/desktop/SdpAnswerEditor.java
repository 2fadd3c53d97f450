package io.freshet.sdk.desktop;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Adds to the server's answer what libwebrtc reads from the remote side only and has no other
/// setting for: the bitrate to start with (it would ramp up from 300 kbit/s otherwise) and stereo.
/// Malformed lines pass unchanged; libwebrtc judges them.
final class SdpAnswerEditor {
    private static final String END = "\r\n";

    private SdpAnswerEditor() {}

    /// Video starts at this bitrate instead of 300 kbit/s.
    ///
    /// @param startKbps 0 leaves libwebrtc's own start
    static String withStartBitrate(String sdp, int startKbps) {
        if (startKbps <= 0) {
            return sdp;
        }
        return edit(sdp, "video", "x-google-start-bitrate=" + startKbps);
    }

    /// Opus in two channels (RFC 7587 §6.1).
    static String withStereo(String sdp) {
        return edit(sdp, "audio", "stereo=1");
    }

    /// Puts sound and picture into different streams (RFC 8830 §2), so that libwebrtc does not hold
    /// the picture back for sound that nobody hears.
    static String withoutLipSync(String sdp) {
        List<String> lines = new ArrayList<>();
        boolean inAudio = false;
        for (String line : sdp.lines().toList()) {
            if (line.startsWith("m=")) {
                inAudio = line.startsWith("m=audio ");
            }
            boolean namesStream = line.startsWith("a=msid:") || line.startsWith("a=ssrc:");
            lines.add(
                    inAudio && namesStream ? line.replaceFirst("msid:\\S+", "msid:unheard") : line);
        }
        return String.join(END, lines) + END;
    }

    /// Appends a format parameter to every codec of the media kind but the repair formats.
    private static String edit(String sdp, String kind, String parameter) {
        List<String> lines = new ArrayList<>();
        boolean inKind = false;
        List<String> wanted = new ArrayList<>();
        for (String line : sdp.lines().toList()) {
            if (line.startsWith("m=")) {
                lines.addAll(missing(wanted, parameter));
                wanted.clear();
                inKind = line.startsWith("m=" + kind + " ");
            }
            if (inKind && line.startsWith("a=rtpmap:") && !isRepair(line)) {
                wanted.add(payloadType(line));
            }
            if (inKind && line.startsWith("a=fmtp:") && wanted.remove(payloadType(line))) {
                lines.add(line + ";" + parameter);
            } else {
                lines.add(line);
            }
        }
        lines.addAll(missing(wanted, parameter));
        return String.join(END, lines) + END;
    }

    /// Codecs such as VP8 come without a line for their parameters.
    private static List<String> missing(List<String> payloadTypes, String parameter) {
        return payloadTypes.stream().map(pt -> "a=fmtp:" + pt + " " + parameter).toList();
    }

    private static String payloadType(String line) {
        int end = line.indexOf(' ');
        return line.substring(line.indexOf(':') + 1, end < 0 ? line.length() : end);
    }

    private static boolean isRepair(String rtpmap) {
        String codec = rtpmap.substring(rtpmap.indexOf(' ') + 1).toLowerCase(Locale.ROOT);
        return codec.startsWith("rtx/")
                || codec.startsWith("red/")
                || codec.startsWith("ulpfec/")
                || codec.startsWith("flexfec");
    }
}
