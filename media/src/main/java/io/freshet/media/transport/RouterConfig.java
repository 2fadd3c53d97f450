package io.freshet.media.transport;

import io.freshet.media.forward.ForwardConfig;
import io.freshet.media.forward.SubscriptionConfig;
import java.net.InetSocketAddress;
import java.util.List;

/// Settings of a router.
///
/// @param maxTransports further offers are refused
/// @param candidates what answers advertise, most wanted first; at least one
/// @param steady of viewers that ask for a steady delay
public record RouterConfig(
        int maxTransports,
        List<InetSocketAddress> candidates,
        TransportConfig transport,
        ForwardConfig forward,
        SubscriptionConfig steady) {
    public RouterConfig {
        candidates = List.copyOf(candidates);
        if (maxTransports < 1 || candidates.isEmpty()) {
            throw new IllegalArgumentException(
                    "a router needs room for transports and a candidate to advertise");
        }
    }
}
