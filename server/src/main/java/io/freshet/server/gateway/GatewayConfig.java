package io.freshet.server.gateway;

import io.freshet.server.address.TrustedProxies;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Set;

/// How the doors are opened and how much may come through them.
///
/// @param bind the address to listen on
/// @param port TCP; 0 takes a free one
/// @param maxHeaderBytes largest request line and headers together
/// @param maxConnections TCP connections at a time, WebSockets included
/// @param idleTimeout an HTTP connection without a request is closed after it
/// @param requestsPerSecond from one address, on average; more are answered with 429
/// @param requestBurst from one address at once
/// @param maxQueuedMessages waiting for one slow client; one more disconnects it
/// @param pingInterval without a message to a client it is pinged
/// @param silenceTimeout nothing heard from a client, not even a pong: its WebSocket is closed
/// @param trustedProxies whose word is taken for where clients are
/// @param allowedOrigins of pages that may open the WebSocket; empty allows every page
public record GatewayConfig(
        InetAddress bind,
        int port,
        int maxHeaderBytes,
        int maxConnections,
        Duration idleTimeout,
        int requestsPerSecond,
        int requestBurst,
        int maxQueuedMessages,
        Duration pingInterval,
        Duration silenceTimeout,
        TrustedProxies trustedProxies,
        Set<String> allowedOrigins) {
    public GatewayConfig {
        allowedOrigins = Set.copyOf(allowedOrigins);
    }
}
