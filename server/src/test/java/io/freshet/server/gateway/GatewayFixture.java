package io.freshet.server.gateway;

import io.freshet.protocol.message.ResourceMode;
import io.freshet.protocol.token.RoomPayload;
import io.freshet.protocol.token.Token04;
import io.freshet.protocol.token.TokenRequest;
import io.freshet.server.address.AddressBlock;
import io.freshet.server.address.TrustedProxies;
import io.freshet.server.console.Administration;
import io.freshet.server.control.ControlClock;
import io.freshet.server.control.ControlConfig;
import io.freshet.server.control.ControlPlane;
import io.freshet.server.control.Project;
import io.freshet.server.gateway.console.ConsoleRoutes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A gateway on a free loopback port before a real room service and a fake media plane.
public final class GatewayFixture implements AutoCloseable {
    public static final long APP = 1234567890L;
    public static final String SIGN = "ab".repeat(32);
    public static final String SECRET = "fa94dd0f974cf2e293728a526b028271";
    public static final String ADMIN_KEY = "0123456789abcdef";
    public static final String SDP = "application/sdp";

    public final FakeMediaPlane media = new FakeMediaPlane();
    public final Readiness readiness = new Readiness();
    public final ConsoleBehind behind = new ConsoleBehind();
    public final ConsoleRoutes console = behind.routes();
    public final Map<String, Administration.TokenOrder> orders = new ConcurrentHashMap<>();
    public final ControlPlane control;
    public final Gateway gateway;
    public final HttpClient http = HttpClient.newHttpClient();

    private static final class RealClock implements ControlClock {
        @Override
        public long nowNs() {
            return System.nanoTime();
        }

        @Override
        public long wallMs() {
            return System.currentTimeMillis();
        }
    }

    public GatewayFixture() throws IOException {
        this(config(50, 200, Duration.ofSeconds(20), Duration.ofSeconds(60), Set.of()));
    }

    public GatewayFixture(GatewayConfig config) throws IOException {
        var project =
                new Project(
                        APP,
                        SIGN,
                        SECRET,
                        true,
                        false,
                        ResourceMode.RTC,
                        Set.of(Project.Service.L3));
        control =
                new ControlPlane(
                        ControlConfig.defaults(),
                        appId -> appId == APP ? Optional.of(project) : Optional.empty(),
                        media,
                        new RealClock(),
                        new Random(1));
        gateway =
                Gateway.start(
                        config,
                        new Gateway.Services(
                                control,
                                readiness,
                                () -> "freshet_test 1\n",
                                ADMIN_KEY,
                                this::issue,
                                console));
        readiness.onStarted();
    }

    public static GatewayConfig config(
            int perSecond, int burst, Duration ping, Duration silence, Set<String> origins) {
        return new GatewayConfig(
                InetAddress.getLoopbackAddress(),
                0,
                16 * 1024,
                100,
                Duration.ofMinutes(5),
                perSecond,
                burst,
                64,
                ping,
                silence,
                // As if every client came through a proxy on this machine, if it says so.
                new TrustedProxies(List.of(AddressBlock.of("127.0.0.1"))),
                origins);
    }

    private Administration.IssuedToken issue(Administration.TokenOrder order)
            throws Administration.RefusedException {
        if (order.userId().isEmpty()) {
            throw new Administration.RefusedException("The userID is missing.");
        }
        orders.put(order.userId(), order);
        return new Administration.IssuedToken(APP, "a-token", "a-link");
    }

    public URI uri(String path) {
        return URI.create("http://localhost:" + gateway.port() + path);
    }

    public URI signalUri() {
        return URI.create("ws://localhost:" + gateway.port() + "/signal");
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(10));
    }

    public HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).build());
    }

    /// A WHIP or WHEP request as a client of good manners makes it.
    public HttpResponse<String> offer(String path, String token)
            throws IOException, InterruptedException {
        return send(
                request(path)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", SDP)
                        .POST(HttpRequest.BodyPublishers.ofString("v=0 an offer"))
                        .build());
    }

    public static String token(String user) {
        return token(user, "");
    }

    public static String watchOnlyToken(String user) {
        return token(user, new RoomPayload("", true, false, List.of()).toJson());
    }

    private static String token(String user, String payload) {
        return Token04.generate(
                new TokenRequest(APP, user, 3600, payload),
                SECRET,
                Token04.Mode.CBC,
                System.currentTimeMillis() / 1000,
                new Random(user.hashCode()));
    }

    @Override
    public void close() {
        http.shutdownNow();
        try {
            gateway.stop(Duration.ofMillis(500));
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while stopping", e);
        }
    }
}
