package io.freshet.server.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Real sockets on the loopback address.
@Timeout(30)
class HttpCallbackPostIT {
    private static final String JSON = "{\"event\":\"room_create\",\"a\":\"x+y %41 ü\"}";

    private final ScheduledExecutorService watch = Executors.newScheduledThreadPool(1);
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger lookUps = new AtomicInteger();

    @SuppressWarnings("NullAway.Init")
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    String body =
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8);
                    requests.add(
                            exchange.getRequestMethod()
                                    + " "
                                    + exchange.getRequestURI()
                                    + " "
                                    + exchange.getRequestHeaders().getFirst("Content-Type")
                                    + " "
                                    + exchange.getRequestHeaders().getFirst("Host")
                                    + " "
                                    + body);
                    String path = exchange.getRequestURI().getPath();
                    if (path.equals("/moved")) {
                        exchange.getResponseHeaders().add("Location", "/elsewhere");
                        exchange.sendResponseHeaders(302, -1);
                    } else {
                        exchange.sendResponseHeaders(path.equals("/bad") ? 500 : 200, -1);
                    }
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
        watch.shutdownNow();
    }

    private HttpCallbackPost post(boolean allowPrivate, String... addresses) {
        return new HttpCallbackPost(
                new AddressGuard(allowPrivate),
                host -> {
                    lookUps.incrementAndGet();
                    return java.util.Arrays.stream(addresses).map(InetAddress::ofLiteral).toList();
                },
                (SSLSocketFactory) SSLSocketFactory.getDefault(),
                Duration.ofMillis(700),
                watch);
    }

    private CallbackTarget target(String path, String form) throws Exception {
        return CallbackTarget.of(
                "http://backend.example:" + server.getAddress().getPort() + path, form);
    }

    @Test
    void postsTheBodyToTheAddressThatWasChecked() throws Exception {
        assertThat(post(true, "127.0.0.1").post(target("/cb?x=1", ""), JSON)).isEqualTo(200);

        String host = "backend.example:" + server.getAddress().getPort();
        String prefix = "POST /cb?x=1 application/x-www-form-urlencoded " + host + " ";
        assertThat(requests.getFirst()).startsWith(prefix);
        assertThat(
                        URLDecoder.decode(
                                requests.getFirst().substring(prefix.length()),
                                StandardCharsets.UTF_8))
                .isEqualTo(JSON);
        assertThat(lookUps).hasValue(1);
    }

    @Test
    void sendsPlainJsonWhereThatIsWanted() throws Exception {
        post(true, "127.0.0.1").post(target("", "json"), JSON);
        assertThat(requests.getFirst())
                .startsWith("POST / application/json; charset=utf-8 ")
                .endsWith(JSON);
    }

    @Test
    void followsNoRedirect() throws Exception {
        assertThat(post(true, "127.0.0.1").post(target("/moved", ""), JSON)).isEqualTo(302);
        assertThat(requests).hasSize(1);
    }

    @Test
    void tellsAFailure() throws Exception {
        assertThat(post(true, "127.0.0.1").post(target("/bad", ""), JSON)).isEqualTo(500);
    }

    @Test
    void aNameWithAnyPrivateAddressIsNotConnectedTo() throws Exception {
        for (String[] addresses :
                new String[][] {{"127.0.0.1"}, {"8.8.8.8", "127.0.0.1"}, {"::1", "8.8.8.8"}}) {
            assertThatThrownBy(() -> post(false, addresses).post(target("/", ""), JSON))
                    .isInstanceOf(HttpCallbackPost.ForbiddenAddressException.class);
        }
        assertThat(requests).isEmpty();
    }

    @Test
    void anAddressInTheUrlIsCheckedToo() throws Exception {
        var real =
                new HttpCallbackPost(
                        new AddressGuard(false),
                        host -> List.of(InetAddress.getAllByName(host)),
                        (SSLSocketFactory) SSLSocketFactory.getDefault(),
                        Duration.ofSeconds(1),
                        watch);
        int port = server.getAddress().getPort();
        // Java reads none of the other spellings of an IPv4 address as a name of its own.
        for (String host :
                new String[] {"127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0"}) {
            CallbackTarget target = CallbackTarget.of("http://" + host + ":" + port + "/", "");
            assertThatThrownBy(() -> real.post(target, JSON))
                    .as(host)
                    .isInstanceOf(HttpCallbackPost.ForbiddenAddressException.class);
        }
        assertThat(requests).isEmpty();
    }

    @Test
    void anAnswerThatTricklesIsNotWaitedForLongerThanTheTimeout() throws Exception {
        try (var slow = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread trickle =
                    Thread.ofVirtual()
                            .start(() -> {
                                try (var socket = slow.accept()) {
                                    while (true) {
                                        socket.getOutputStream().write('H');
                                        Thread.sleep(100);
                                    }
                                } catch (IOException | InterruptedException e) {
                                    // The client has gone: what is wanted.
                                }
                            });
            CallbackTarget target =
                    CallbackTarget.of("http://backend.example:" + slow.getLocalPort() + "/", "");
            assertThatThrownBy(() -> post(true, "127.0.0.1").post(target, JSON))
                    .isInstanceOf(SocketTimeoutException.class);
            trickle.join();
        }
    }

    @Test
    void whatIsNotHttpIsAFailure() throws Exception {
        try (var odd = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread answer =
                    Thread.ofVirtual()
                            .start(() -> {
                                try (var socket = odd.accept()) {
                                    socket.getOutputStream()
                                            .write(
                                                    "SSH-2.0-x\r\n"
                                                            .getBytes(StandardCharsets.UTF_8));
                                } catch (IOException e) {
                                    // The client has gone.
                                }
                            });
            CallbackTarget target =
                    CallbackTarget.of("http://backend.example:" + odd.getLocalPort() + "/", "");
            assertThatThrownBy(() -> post(true, "127.0.0.1").post(target, JSON))
                    .isInstanceOf(IOException.class);
            answer.join();
        }
    }
}
