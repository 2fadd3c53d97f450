package io.freshet.media.sdp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// Offers to test with, and looks into answers.
final class Offers {
    static final String FINGERPRINT = "sha-256 " + "AB:".repeat(31) + "CD";

    static final LocalTransport LOCAL =
            new LocalTransport(
                    "ourufrag",
                    "ourpasswordourpassword00",
                    FINGERPRINT,
                    List.of(
                            new InetSocketAddress("192.0.2.1", 8080),
                            new InetSocketAddress("2001:db8::1", 8080)));

    private Offers() {}

    /// A stored offer of a real or realistic peer.
    static String stored(String name) {
        try (InputStream in = Offers.class.getResourceAsStream("/sdp/" + name + ".sdp")) {
            if (in == null) {
                throw new IllegalArgumentException(name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String lines(String... lines) {
        return String.join("\r\n", lines) + "\r\n";
    }

    /// A second section of video.
    static String secondVideo(String direction) {
        return lines(
                "m=video 9 UDP/TLS/RTP/SAVPF 98",
                "a=mid:w",
                "a=" + direction,
                "a=rtcp-mux",
                "a=rtpmap:98 VP8/90000");
    }

    /// A small offer of one audio and one video section, both `direction`.
    static String small(String direction) {
        return lines(
                "v=0",
                "o=- 1 2 IN IP4 127.0.0.1",
                "s=-",
                "t=0 0",
                "a=group:BUNDLE a v",
                "a=ice-ufrag:peer",
                "a=ice-pwd:peerpasswordpeerpassword",
                "a=fingerprint:" + FINGERPRINT,
                "a=setup:actpass",
                "m=audio 9 UDP/TLS/RTP/SAVPF 111",
                "a=mid:a",
                "a=" + direction,
                "a=rtcp-mux",
                "a=rtpmap:111 opus/48000/2",
                "m=video 9 UDP/TLS/RTP/SAVPF 96 97",
                "a=mid:v",
                "a=" + direction,
                "a=rtcp-mux",
                "a=rtpmap:96 VP8/90000",
                "a=rtcp-fb:96 nack",
                "a=rtcp-fb:96 nack pli",
                "a=rtpmap:97 rtx/90000",
                "a=fmtp:97 apt=96");
    }

    static String without(String offer, String linePrefix) {
        return String.join(
                "\r\n",
                Arrays.stream(offer.split("\r\n", -1))
                        .filter(line -> !line.startsWith(linePrefix))
                        .toList());
    }

    /// The lines of an answer's section, from its m-line on; index -1 is the session's part.
    static List<String> section(String answer, int index) {
        String[] parts = answer.split("(?m)^(?=m=)", -1);
        return Arrays.asList(parts[index + 1].split("\r\n"));
    }
}
