package io.freshet.media.sdp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Collects the attributes of one m-section, or of the session before the first.
final class SectionReader {
    static final int MAX_FORMATS = 128;
    static final int MAX_EXTENSIONS = 64;
    static final int MAX_SSRCS = 64;
    private static final int MAX_FEEDBACK = 16;
    private static final int MAX_CREDENTIAL = 256; // RFC 8839 §5.4
    private static final String NO_FAULT = "";

    private String media = "";
    private int port;
    private String protocol = "";
    private String formatList = "";
    private final List<Integer> payloadTypes = new ArrayList<>();
    private final Map<Integer, String> encodings = new LinkedHashMap<>();
    private final Map<Integer, String> parameters = new LinkedHashMap<>();
    private final Map<Integer, Set<String>> feedback = new LinkedHashMap<>();
    private final Set<String> feedbackForAll = new LinkedHashSet<>();
    private final List<OfferedExtension> extensions = new ArrayList<>();
    private final Set<Integer> ssrcs = new LinkedHashSet<>();
    private final List<MediaSection.Flow> flows = new ArrayList<>();
    private final List<Integer> layers = new ArrayList<>();
    private String mid = "";
    private String direction = "";
    private String ufrag = "";
    private String password = "";
    private String fingerprint = "";
    private String setup = "";
    private boolean bundleOnly;
    private boolean rtcpMux;
    private boolean reducedSize;
    private boolean mixedExtensions;

    boolean mixedExtensions() {
        return mixedExtensions;
    }

    /// Takes an m-line's value, `audio 9 UDP/TLS/RTP/SAVPF 111 63`.
    ///
    /// @return false when it is malformed
    boolean onMedia(String value) {
        String[] words = value.split(" ", 4);
        if (words.length < 4 || words[3].isBlank() || !SdpText.isToken(words[0], 32)) {
            return false;
        }
        media = words[0].toLowerCase(Locale.ROOT);
        // A port may be followed by a count, which nobody uses with ICE (RFC 8866 §5.14).
        port = SdpText.number(SdpText.before(words[1], '/'), 0, 65_535, -1);
        protocol = words[2];
        formatList = words[3].strip();
        String[] formats = formatList.split(" ", -1);
        if (formats.length > MAX_FORMATS) {
            return false;
        }
        boolean rtp = protocol.contains("RTP/");
        for (String format : formats) {
            int payloadType = SdpText.number(format, 0, 127, -1);
            if (rtp && payloadType < 0) {
                return false;
            }
            if (payloadType >= 0 && !payloadTypes.contains(payloadType)) {
                payloadTypes.add(payloadType);
            }
        }
        return port >= 0;
    }

    /// Takes an attribute.
    ///
    /// @return what is wrong with it, empty when nothing is
    String onAttribute(String name, String value) {
        return switch (name) {
            case "rtpmap" -> onPayloadLine(value, encodings);
            case "fmtp" -> onPayloadLine(value, parameters);
            case "rtcp-fb" -> onFeedback(value);
            case "extmap" -> onExtension(value);
            case "ssrc" -> onSsrc(SdpText.before(value, ' '));
            case "ssrc-group" -> onSsrcGroup(value);
            case "ice-ufrag" -> {
                ufrag = value.strip();
                yield credential("ice-ufrag", ufrag, 4);
            }
            case "ice-pwd" -> {
                password = value.strip();
                yield credential("ice-pwd", password, 22);
            }
            case "fingerprint" -> onFingerprint(value);
            default -> {
                onSimpleAttribute(name, value);
                yield NO_FAULT;
            }
        };
    }

    private void onSimpleAttribute(String name, String value) {
        switch (name) {
            case "mid" -> mid = value.strip();
            case "setup" -> setup = value.strip();
            case "sendrecv", "sendonly", "recvonly", "inactive" -> direction = name;
            case "bundle-only" -> bundleOnly = true;
            case "rtcp-mux", "rtcp-mux-only" -> rtcpMux = true; // RFC 5761 §5.1.1, RFC 8858
            case "rtcp-rsize" -> reducedSize = true; // RFC 5506 §5
            case "extmap-allow-mixed" -> mixedExtensions = true; // RFC 8285 §6
            default -> {} // candidates come by checks; rid and simulcast are declined by silence
        }
    }

    MediaSection section(SectionReader session) {
        return new MediaSection(
                media,
                port,
                protocol,
                formatList,
                mid,
                bundleOnly,
                Direction.of(direction.isEmpty() ? session.direction : direction)
                        .orElse(Direction.SENDRECV), // RFC 8866 §6.7
                ufrag.isEmpty() ? session.ufrag : ufrag,
                password.isEmpty() ? session.password : password,
                fingerprint.isEmpty() ? session.fingerprint : fingerprint,
                setup.isEmpty() ? session.setup : setup,
                rtcpMux,
                reducedSize,
                mixedExtensions || session.mixedExtensions,
                formats(),
                extensions.isEmpty() ? session.extensions : extensions,
                List.copyOf(ssrcs),
                flows,
                layers);
    }

    /// Payload types without `rtpmap` are left out: none of the static ones is a codec of ours.
    private List<PayloadFormat> formats() {
        List<PayloadFormat> formats = new ArrayList<>();
        for (int payloadType : payloadTypes) {
            String encoding = encodings.getOrDefault(payloadType, "");
            String[] parts = encoding.split("/", 3); // name/clock rate[/channels]
            if (parts.length < 2) {
                continue;
            }
            String format = parameters.getOrDefault(payloadType, "");
            Set<String> answers = new LinkedHashSet<>(feedbackForAll);
            answers.addAll(feedback.getOrDefault(payloadType, Set.of()));
            formats.add(
                    new PayloadFormat(
                            payloadType,
                            parts[0],
                            SdpText.number(parts[1].strip(), 1, 1_000_000, 0),
                            parts.length == 3 ? SdpText.number(parts[2].strip(), 1, 255, 0) : 1,
                            SdpText.parameters(format),
                            format,
                            answers));
        }
        return formats;
    }

    private static String onPayloadLine(String value, Map<Integer, String> lines) {
        int payloadType = SdpText.number(SdpText.before(value, ' '), 0, 127, -1);
        if (payloadType < 0) {
            return "a payload type from 0 to 127 is missing.";
        }
        lines.putIfAbsent(payloadType, SdpText.after(value, ' ').strip());
        return NO_FAULT;
    }

    private String onFeedback(String value) {
        String target = SdpText.before(value, ' ');
        String kind = SdpText.after(value, ' ').strip();
        int payloadType = SdpText.number(target, 0, 127, -1);
        if (payloadType < 0 && !target.equals("*")) {
            return "a payload type or * is missing (RFC 4585 §4.2).";
        }
        Set<String> kinds =
                payloadType < 0
                        ? feedbackForAll
                        : feedback.computeIfAbsent(payloadType, any -> new LinkedHashSet<>());
        if (kinds.size() < MAX_FEEDBACK) {
            kinds.add(kind);
        }
        return NO_FAULT;
    }

    private String onExtension(String value) {
        String[] words = value.split(" ", 3);
        String idAndDirection = words[0];
        int id = SdpText.number(SdpText.before(idAndDirection, '/'), 1, 255, -1);
        if (id < 0) {
            // Ids from 4096 are placeholders of an offer with alternatives (RFC 8285 §7).
            return SdpText.number(SdpText.before(idAndDirection, '/'), 256, 4351, -1) < 0
                    ? "an extension id from 1 to 255 is missing (RFC 8285 §5)."
                    : NO_FAULT;
        }
        if (words.length < 2 || words[1].isEmpty() || extensions.size() == MAX_EXTENSIONS) {
            return words.length < 2 || words[1].isEmpty()
                    ? "an extension's URI is missing (RFC 8285 §5)."
                    : "there are more than " + MAX_EXTENSIONS + " extensions.";
        }
        String way = SdpText.after(idAndDirection, '/');
        if (!way.isEmpty() && Direction.of(way).isEmpty()) {
            return "an extension's direction is unknown (RFC 8285 §5).";
        }
        for (OfferedExtension other : extensions) {
            if (other.id() == id && !other.uri().equals(words[1])) {
                return "two extensions have the id " + id + ".";
            }
        }
        extensions.add(
                new OfferedExtension(
                        id,
                        Direction.of(way).orElse(Direction.SENDRECV),
                        !way.isEmpty(),
                        words[1]));
        return NO_FAULT;
    }

    private String onSsrc(String text) {
        long ssrc = SdpText.number(text, 0L, 0xffff_ffffL, -1L);
        if (ssrc < 0) {
            return "an SSRC must be a number of 32 bits (RFC 5576 §4.1).";
        }
        if (ssrc != 0 && !ssrcs.contains((int) ssrc)) {
            if (ssrcs.size() == MAX_SSRCS) {
                return "a section has more than " + MAX_SSRCS + " SSRCs.";
            }
            ssrcs.add((int) ssrc);
        }
        return NO_FAULT;
    }

    private String onSsrcGroup(String value) {
        String[] words = value.split(" ", MAX_SSRCS + 2);
        List<Integer> members = new ArrayList<>();
        for (int i = 1; i < words.length; i++) {
            long ssrc = SdpText.number(words[i], 0L, 0xffff_ffffL, -1L);
            if (ssrc < 0) {
                return "an SSRC must be a number of 32 bits (RFC 5576 §4.2).";
            }
            members.add((int) ssrc);
        }
        if (words[0].equals("FID") && members.size() == 2 && flows.size() < MAX_SSRCS) {
            flows.add(new MediaSection.Flow(members.get(0), members.get(1)));
        } else if (words[0].equals("SIM") && layers.isEmpty()) {
            layers.addAll(members);
        }
        return NO_FAULT;
    }

    private static String credential(String name, String value, int minLength) {
        if (value.length() < minLength || value.length() > MAX_CREDENTIAL) {
            return name
                    + " must have "
                    + minLength
                    + " to "
                    + MAX_CREDENTIAL
                    + " characters (RFC 8839 §5.4).";
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            // Some also use - and _, which the grammar does not have.
            if (!letter && !(c >= '0' && c <= '9') && "+/-_=".indexOf(c) < 0) {
                return name + " contains a character that is not allowed (RFC 8839 §5.4).";
            }
        }
        return NO_FAULT;
    }

    /// Of several fingerprints the first with a strong hash function counts (RFC 8122 §5).
    private String onFingerprint(String value) {
        String function = SdpText.before(value, ' ').toLowerCase(Locale.ROOT);
        String digest = SdpText.after(value, ' ').strip().toUpperCase(Locale.ROOT);
        int bytes =
                switch (function) {
                    case "sha-256" -> 32;
                    case "sha-384" -> 48;
                    case "sha-512" -> 64;
                    default -> 0;
                };
        if (bytes == 0) {
            if (fingerprint.isEmpty()) {
                fingerprint = WEAK_FINGERPRINT;
            }
            return NO_FAULT;
        }
        if (!isDigest(digest, bytes)) {
            return "the fingerprint must have " + bytes + " bytes as AB:CD:… (RFC 8122 §5).";
        }
        if (fingerprint.isEmpty() || fingerprint.equals(WEAK_FINGERPRINT)) {
            fingerprint = function + " " + digest;
        }
        return NO_FAULT;
    }

    /// Stands for fingerprints of functions that are not accepted.
    static final String WEAK_FINGERPRINT = "weak";

    private static boolean isDigest(String digest, int bytes) {
        if (digest.length() != bytes * 3 - 1) {
            return false;
        }
        for (int i = 0; i < digest.length(); i++) {
            char c = digest.charAt(i);
            boolean fits = i % 3 == 2 ? c == ':' : (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F');
            if (!fits) {
                return false;
            }
        }
        return true;
    }
}
