package io.freshet.server.gateway;

import io.freshet.protocol.Limits;
import io.freshet.server.console.Administration;
import io.freshet.server.control.ControlPlane;
import io.freshet.server.gateway.api.ApiRoutes;
import io.freshet.server.gateway.console.ConsoleRoutes;
import io.freshet.server.gateway.http.ClientAddress;
import io.freshet.server.gateway.http.Replies;
import io.freshet.server.gateway.http.RequestLimiter;
import io.helidon.common.socket.SocketOptions;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.websocket.WsConfig;
import io.helidon.webserver.websocket.WsRouting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Every door of the server on one TCP port: signalling, WHIP and WHEP, room lists, health,
/// metrics, administration, the console and the pages.
public final class Gateway {
    private static final long WATCH_INTERVAL_MS = 250;
    private static final int BACKLOG = 1024;

    /// Larger bodies cost their connection before they are read, and their sender may see no more
    /// than that. The routes have their own, smaller limits and answer with a sentence.
    private static final long MAX_BODY_BYTES = 1024 * 1024;

    private final WebServer server;
    private final SignalEndpoint signalling;
    private final ConsoleRoutes console;
    private final ScheduledExecutorService watch;

    private Gateway(
            WebServer server,
            SignalEndpoint signalling,
            ConsoleRoutes console,
            ScheduledExecutorService watch) {
        this.server = server;
        this.signalling = signalling;
        this.console = console;
        this.watch = watch;
    }

    /// What the doors lead to.
    ///
    /// @param scrape all metrics in the Prometheus text format
    /// @param adminKey what authorises [AdminMessages#TOKENS]
    public record Services(
            ControlPlane control,
            Readiness readiness,
            Supplier<String> scrape,
            String adminKey,
            Administration administration,
            ConsoleRoutes console) {
        /// Without the key.
        @Override
        public String toString() {
            return "Services[" + readiness.state() + "]";
        }
    }

    /// Listens.
    ///
    /// @throws IOException when the port cannot be had; the message is a sentence for the operator
    public static Gateway start(GatewayConfig config, Services services) throws IOException {
        requirePort(config);
        var limiter = new RequestLimiter(config.requestsPerSecond(), config.requestBurst());
        var signalling =
                new SignalEndpoint(config, services.control(), services.readiness(), limiter);
        WebServer server = webServer(config, services, limiter, signalling);
        try {
            server.start();
        } catch (UncheckedIOException e) {
            throw taken(config, e);
        }
        var watch =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("signal-watch").factory());
        var _ =
                watch.scheduleWithFixedDelay(
                        () -> {
                            signalling.onWatch();
                            services.console().onWatch(System.nanoTime());
                        },
                        WATCH_INTERVAL_MS,
                        WATCH_INTERVAL_MS,
                        TimeUnit.MILLISECONDS);
        return new Gateway(server, signalling, services.console(), watch);
    }

    private static WebServer webServer(
            GatewayConfig config,
            Services services,
            RequestLimiter limiter,
            SignalEndpoint signalling) {
        return WebServer.builder()
                .address(config.bind())
                .port(config.port())
                .backlog(BACKLOG)
                .shutdownHook(false)
                .maxTcpConnections(config.maxConnections())
                .maxPayloadSize(MAX_BODY_BYTES)
                .idleConnectionTimeout(config.idleTimeout())
                .shutdownGracePeriod(Duration.ofMillis(500))
                .connectionOptions(SocketOptions.builder().tcpNoDelay(true).build())
                .protocolsDiscoverServices(false)
                .addProtocol(
                        Http1Config.builder()
                                .maxPrologueLength(config.maxHeaderBytes())
                                .maxHeadersSize(config.maxHeaderBytes())
                                // Backends send UserId[]=a as it is, which RFC 3986 §3.4 does not
                                // allow and every client library does.
                                .validatePrologue(false)
                                .build())
                .addProtocol(
                        WsConfig.builder()
                                .origins(config.allowedOrigins())
                                .maxFrameLength(Limits.CLIENT_MESSAGE_MAX_BYTES)
                                .build())
                .directHandlers(Replies.directHandlers())
                .routing(routing -> route(routing, config, services, limiter))
                .addRouting(WsRouting.builder().endpoint("/signal", signalling::newConnection))
                .build();
    }

    private static void route(
            HttpRouting.Builder routing,
            GatewayConfig config,
            Services services,
            RequestLimiter limiter) {
        Filter secure =
                (chain, request, response) -> {
                    Replies.secure(response.headers());
                    chain.proceed();
                };
        var address = new ClientAddress(config.trustedProxies());
        routing.addFilter(secure)
                .register(new HealthRoutes(services.readiness()))
                .register(new MetricsRoute(services.scrape()))
                .register(new MediaRoutes(services.control().httpSessions(), limiter, address))
                .register(new AdminRoutes(services.adminKey(), services.administration()))
                .register(services.console())
                // Before the pages, which have the rest of GET /.
                .register(new ApiRoutes(services.control().operations(), address))
                .register(new WebPages())
                .any((request, response) ->
                        Replies.error(
                                response,
                                Status.NOT_FOUND_404,
                                Replies.ILLEGAL_PARAMETER,
                                "There is nothing here."));
    }

    /// The port that was taken.
    public int port() {
        return server.port();
    }

    public int connectionCount() {
        return signalling.connectionCount();
    }

    public long malformedMessageCount() {
        return signalling.malformedMessageCount();
    }

    /// Closes every WebSocket after what is queued for it, waits for them until the deadline, then
    /// stops listening. The room service should have said goodbye before.
    public void stop(Duration deadline) throws InterruptedException {
        long endNs = System.nanoTime() + deadline.toNanos();
        signalling.closeAll("The server is stopping.");
        while (signalling.connectionCount() > 0 && System.nanoTime() < endNs) {
            Thread.sleep(10);
        }
        watch.shutdownNow();
        console.stop();
        server.stop();
    }

    /// Helidon wraps a failed bind so that its reason is hard to find: ask first.
    private static void requirePort(GatewayConfig config) throws IOException {
        if (config.port() == 0) {
            return;
        }
        try (var probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(config.bind(), config.port()));
        } catch (BindException e) {
            throw taken(config, e);
        }
    }

    private static IOException taken(GatewayConfig config, Exception cause) {
        return new IOException(
                "TCP port "
                        + config.port()
                        + " on "
                        + config.bind().getHostAddress()
                        + " cannot be listened on (is another server running?): "
                        + cause.getMessage(),
                cause);
    }
}
