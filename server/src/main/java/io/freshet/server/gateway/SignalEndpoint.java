package io.freshet.server.gateway;

import io.freshet.server.control.ClientConnection;
import io.freshet.server.control.ControlPlane;
import io.freshet.server.gateway.http.RequestLimiter;
import io.helidon.websocket.WsListener;
import java.net.SocketAddress;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// `/signal`: every open WebSocket, watched for silence. Bounded by the web server's connection
/// limit.
final class SignalEndpoint {
    private final GatewayConfig config;
    private final ControlPlane control;
    private final Readiness readiness;
    private final RequestLimiter limiter;
    private final Set<SignalConnection> connections = ConcurrentHashMap.newKeySet();
    private final LongAdder malformedMessages = new LongAdder();

    SignalEndpoint(
            GatewayConfig config,
            ControlPlane control,
            Readiness readiness,
            RequestLimiter limiter) {
        this.config = config;
        this.control = control;
        this.readiness = readiness;
        this.limiter = limiter;
    }

    /// One for each WebSocket.
    WsListener newConnection() {
        return new SignalConnection(this, config.maxQueuedMessages());
    }

    /// Where a client is.
    String client(SocketAddress peer, List<String> forwardedFor) {
        return config.trustedProxies().client(peer, forwardedFor);
    }

    boolean tryEnter(SignalConnection connection, String address) {
        connections.add(connection);
        return readiness.state() == Readiness.State.READY && limiter.tryAcquire(address, nowNs());
    }

    ClientConnection connect(SignalConnection connection) {
        return control.connect(connection);
    }

    void leave(SignalConnection connection) {
        connections.remove(connection);
    }

    void onMalformedMessage() {
        malformedMessages.increment();
    }

    void onWatch() {
        long now = nowNs();
        long pingIntervalNs = config.pingInterval().toNanos();
        long silenceTimeoutNs = config.silenceTimeout().toNanos();
        for (var connection : connections) {
            connection.onWatch(now, pingIntervalNs, silenceTimeoutNs);
        }
    }

    void closeAll(String reason) {
        connections.forEach(connection -> connection.close(reason));
    }

    int connectionCount() {
        return connections.size();
    }

    long malformedMessageCount() {
        return malformedMessages.sum();
    }

    long nowNs() {
        return System.nanoTime();
    }
}
