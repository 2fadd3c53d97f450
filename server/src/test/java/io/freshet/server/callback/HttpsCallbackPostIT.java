package io.freshet.server.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A real TLS receiver on the loopback address, whose certificate is good or is not.
@Timeout(60)
class HttpsCallbackPostIT {
    private static final String HOST = "backend.example";

    private final ScheduledExecutorService watch = Executors.newScheduledThreadPool(1);
    private final AtomicInteger requests = new AtomicInteger();

    @SuppressWarnings("NullAway.Init")
    private TestAuthority authority;

    @BeforeEach
    void found() throws Exception {
        authority = new TestAuthority();
    }

    @AfterEach
    void close() {
        watch.shutdownNow();
    }

    @Test
    void postsToAServerWhoseAuthorityIsTrusted() throws Exception {
        assertThat(post(authority.server(HOST, Duration.ZERO), authority.trust())).isEqualTo(200);
        assertThat(requests).hasValue(1);
    }

    @Test
    void tellsNothingToAServerWhoseAuthorityIsNot() throws Exception {
        assertRefused(
                authority.server(HOST, Duration.ZERO),
                (SSLSocketFactory) SSLSocketFactory.getDefault());
        assertRefused(authority.server(HOST, Duration.ZERO), new TestAuthority().trust());
    }

    @Test
    void tellsNothingToAServerOfAnotherName() throws Exception {
        assertRefused(authority.server("other.example", Duration.ZERO), authority.trust());
    }

    @Test
    void tellsNothingToAServerWhoseCertificateHasEnded() throws Exception {
        assertRefused(authority.server(HOST, Duration.ofDays(1)), authority.trust());
    }

    private void assertRefused(SSLContext server, SSLSocketFactory client) {
        assertThatThrownBy(() -> post(server, client)).isInstanceOf(SSLException.class);
        assertThat(requests).hasValue(0);
    }

    private int post(SSLContext serverContext, SSLSocketFactory client) throws Exception {
        HttpsServer server =
                HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(serverContext));
        server.createContext(
                "/",
                exchange -> {
                    requests.incrementAndGet();
                    exchange.getRequestBody().readAllBytes();
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                });
        server.start();
        try {
            var post =
                    new HttpCallbackPost(
                            new AddressGuard(true),
                            host -> List.of(InetAddress.getLoopbackAddress()),
                            client,
                            Duration.ofSeconds(20),
                            watch);
            return post.post(
                    CallbackTarget.of(
                            "https://" + HOST + ":" + server.getAddress().getPort() + "/", "json"),
                    "{}");
        } finally {
            server.stop(0);
        }
    }
}
