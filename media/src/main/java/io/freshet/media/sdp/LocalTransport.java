package io.freshet.media.sdp;

import java.net.InetSocketAddress;
import java.util.List;

/// What an answer says about the way to us.
///
/// @param fingerprint of our certificate, as `sha-256 AB:CD:…`
/// @param candidates where we are reached, most wanted first; at least one
public record LocalTransport(
        String iceUfrag,
        String icePassword,
        String fingerprint,
        List<InetSocketAddress> candidates) {
    public LocalTransport {
        candidates = List.copyOf(candidates);
        if (candidates.isEmpty()) {
            throw new IllegalArgumentException("no candidates");
        }
    }
}
