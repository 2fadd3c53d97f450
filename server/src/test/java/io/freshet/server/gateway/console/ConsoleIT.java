package io.freshet.server.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshet.protocol.json.JsonReader;
import io.freshet.protocol.json.JsonString;
import io.freshet.protocol.json.JsonWriter;
import io.freshet.server.console.AuditEntry;
import io.freshet.server.console.LiveView;
import io.freshet.server.gateway.ConsoleBehind;
import io.freshet.server.gateway.GatewayFixture;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class ConsoleIT {
    private static final String API = ConsoleRoutes.ROOT;

    @SuppressWarnings("NullAway.Init")
    private GatewayFixture server;

    /// What a browser keeps.
    private String cookie = "";

    private String csrf = "";

    @BeforeEach
    void start() throws Exception {
        server = new GatewayFixture();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void nothingWithoutALogin() throws Exception {
        for (ConsoleRoute route : server.behind.routes().routes()) {
            if (route.open()) {
                continue;
            }
            String path = route.path().replaceAll("\\{[a-zA-Z]+}", "1");
            var answer =
                    server.send(
                            server.request(API + path)
                                    .method(route.method().text(), BodyPublishers.noBody())
                                    .build());
            assertThat(answer.statusCode()).as(path).isEqualTo(401);
            assertThat(answer.body()).contains("Log in first");
        }
        assertThat(server.behind.asked).isEmpty();
    }

    @Test
    void theCookieIsForThisSiteAndNoScript() throws Exception {
        var answer = login(ConsoleBehind.PASSWORD);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        String set = answer.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(set)
                .startsWith("freshet_console=")
                .contains("HttpOnly", "SameSite=Strict", "Path=/console", "Max-Age=43200")
                .doesNotContain("Secure");
        assertThat(get("/session").body()).contains("\"user\":\"admin\"", csrf);
    }

    @Test
    void behindTlsTheCookieIsForTlsOnly() throws Exception {
        var answer =
                server.send(
                        post("/login", "{\"password\":\"" + ConsoleBehind.PASSWORD + "\"}")
                                .header("X-Forwarded-Proto", "https")
                                .build());
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow()).contains("Secure");
    }

    @Test
    void aWrongPasswordIsRefusedCountedAndNoted() throws Exception {
        var answer = login("nonsense");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("\"field\":\"password\"").doesNotContain("nonsense");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(server.behind.audit.entries(Long.MAX_VALUE, 10))
                .extracting(AuditEntry::action)
                .containsExactly("login.refused");
    }

    @Test
    void guessingEndsSoonAlsoForTheRightPassword() throws Exception {
        for (int i = 0; i < ConsoleLogin.ADDRESS_BURST; i++) {
            assertThat(login("guess" + i).statusCode()).isEqualTo(401);
        }
        var answer = login(ConsoleBehind.PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.body()).contains("too many attempts");
    }

    @Test
    void logsOut() throws Exception {
        loggedIn();
        var answer = send(post("/logout", ""));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow()).contains("Max-Age=0");
        assertThat(get("/session").statusCode()).isEqualTo(401);
    }

    @Test
    void aNewPasswordEndsTheOtherSessions() throws Exception {
        loggedIn();
        String other = cookie;
        loggedIn();
        var answer =
                send(
                        post(
                                "/password",
                                "{\"current\":\"correct horse battery\","
                                        + "\"password\":\"another one, longer\"}"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(get("/session").statusCode()).isEqualTo(200);
        cookie = other;
        assertThat(get("/session").statusCode()).isEqualTo(401);
        assertThat(login(ConsoleBehind.PASSWORD).statusCode()).isEqualTo(401);
        assertThat(login("another one, longer").statusCode()).isEqualTo(200);
    }

    @Test
    void aPasswordIsNotChangedWithoutTheFormerOneNorToAShortOne() throws Exception {
        loggedIn();
        var wrong = send(post("/password", "{\"current\":\"x\",\"password\":\"123456789012\"}"));
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.body()).contains("\"field\":\"current\"");
        var weak =
                send(
                        post(
                                "/password",
                                "{\"current\":\"correct horse battery\",\"password\":\"x\"}"));
        assertThat(weak.statusCode()).isEqualTo(400);
        assertThat(weak.body()).contains("\"field\":\"password\"", "12 to 128");
    }

    @Test
    void aChangeNeedsTheToken() throws Exception {
        loggedIn();
        String token = csrf;
        for (String shown : new String[] {"", "x", token.substring(1)}) {
            csrf = shown;
            var answer = send(post("/projects", "{\"name\":\"n\"}"));
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("X-CSRF-Token");
        }
        assertThat(server.behind.asked).isEmpty();
        csrf = token;
        assertThat(send(post("/projects", "{\"name\":\"n\"}")).statusCode()).isEqualTo(200);
        assertThat(server.behind.asked.getFirst().operation()).isEqualTo("project.create");
        assertThat(server.behind.asked.getFirst().actor().user()).isEqualTo("admin");
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, http://evil.example",
        "Origin, null",
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site"
    })
    void aForeignPageMayNotChangeAnything(String header, String value) throws Exception {
        loggedIn();
        var answer = send(post("/projects", "{\"name\":\"n\"}").header(header, value));
        assertThat(answer.statusCode()).isEqualTo(403);
        var login =
                server.send(
                        post("/login", "{\"password\":\"" + ConsoleBehind.PASSWORD + "\"}")
                                .header(header, value)
                                .build());
        assertThat(login.statusCode()).isEqualTo(403);
        assertThat(server.behind.asked).isEmpty();
    }

    @Test
    void theOwnPageMayAlsoBehindAProxy() throws Exception {
        loggedIn();
        String own = "http://localhost:" + server.gateway.port();
        assertThat(send(post("/projects", "{\"name\":\"n\"}").header("Origin", own)).statusCode())
                .isEqualTo(200);
        assertThat(
                        send(post("/projects", "{\"name\":\"n\"}")
                                        .header("Origin", "https://live.example.org")
                                        .header("X-Forwarded-Host", "live.example.org"))
                                .statusCode())
                .isEqualTo(200);
    }

    @Test
    void bodyPathAndQueryAreOneRequest() throws Exception {
        loggedIn();
        server.behind.answer = "{\"ok\":true}";
        var answer =
                send(
                        post(
                                "/projects/77/rooms/a%25b%26c%3Bd/kick?limit=3",
                                "{\"userIds\":[\"u\"],\"roomId\":\"other\"}"));
        assertThat(answer.body()).isEqualTo("{\"ok\":true}");
        var request = server.behind.asked.getFirst().request();
        assertThat(request.at("roomId")).isEqualTo(new JsonString("a%b&c;d"));
        assertThat(request.toString()).contains("value=77", "value=3");
    }

    @Test
    void refusalsNameTheField() throws Exception {
        loggedIn();
        var missing = send(post("/projects/1/rooms/r/close", ""));
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.body())
                .isEqualTo(
                        "{\"code\":1000017,\"message\":\"Nobody is in that room.\","
                                + "\"field\":\"roomId\"}");
        var number = get("/projects/abc");
        assertThat(number.statusCode()).isEqualTo(400);
        assertThat(number.body()).contains("\"field\":\"appId\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "{\"a\":1,\"a\":2}", "nonsense"})
    void whatIsNoJsonObjectIsRefused(String body) throws Exception {
        loggedIn();
        var answer = send(post("/projects", body));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("not valid JSON");
    }

    @Test
    void bodiesAreBoundedAndJson() throws Exception {
        loggedIn();
        var large = send(post("/projects", "{\"name\":\"" + "x".repeat(70_000) + "\"}"));
        assertThat(large.statusCode()).isEqualTo(413);
        var form =
                server.send(
                        server.request(API + "/projects")
                                .header("Cookie", cookie)
                                .header("X-CSRF-Token", csrf)
                                .header("Content-Type", "text/plain")
                                .POST(BodyPublishers.ofString("{\"name\":\"n\"}"))
                                .build());
        assertThat(form.statusCode()).isEqualTo(415);
        assertThat(server.behind.asked).isEmpty();
    }

    @Test
    void usageComesAsATableToo() throws Exception {
        loggedIn();
        server.behind.answer =
                "{\"appId\":7,\"days\":[{\"day\":\"2026-11-21\",\"kind\":\"play\","
                        + "\"tier\":\"720p\",\"seconds\":61}],\"totals\":[]}";
        var answer = get("/projects/7/usage.csv?from=2026-11-01&to=2026-11-30");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/csv");
        assertThat(answer.body())
                .isEqualTo("appId,day,kind,tier,seconds\r\n7,2026-11-21,play,720p,61\r\n");
    }

    @Test
    void everyAnswerIsLockedDown() throws Exception {
        for (String path : new String[] {"/session", "/nothing", ""}) {
            var headers = get(path).headers();
            assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                    .as(path)
                    .contains("default-src 'none'");
            assertThat(headers.firstValue("Cache-Control")).contains("no-store");
            assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
            assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        }
        assertThat(get("/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void pushesASnapshotThenChangesUntilTheSessionEnds() throws Exception {
        loggedIn();
        var version = new AtomicInteger();
        server.behind.live =
                request ->
                        new LiveView(
                                Map.of(
                                        "n", Integer.toString(version.get()),
                                        "room", JsonWriter.write(request.at("roomId"))));
        var request =
                server.request(API + "/live?appId=7&roomId=r").header("Cookie", cookie).build();
        var answer = server.http.send(request, HttpResponse.BodyHandlers.ofLines());
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/event-stream");
        Iterator<String> lines = answer.body().iterator();
        assertThat(lines.next()).isEqualTo("event: snapshot");
        assertThat(lines.next()).contains("\"n\":0", "\"room\":\"r\"");
        assertThat(lines.next()).isEmpty();
        version.set(1);
        assertThat(lines.next()).isEqualTo("event: change");
        assertThat(lines.next()).isEqualTo("data: {\"set\":{\"n\":1},\"remove\":[]}");
        assertThat(lines.next()).isEmpty();
        server.behind.sessions.closeAll();
        assertThat(lines.next()).isEqualTo("event: end");
        assertThat(lines.next()).isEqualTo("data: {}");
        while (lines.hasNext()) {
            assertThat(lines.next()).isEmpty();
        }
    }

    @Test
    @Timeout(60)
    void aPageThatDoesNotReadIsCutOff() throws Exception {
        loggedIn();
        String much = "\"" + "x".repeat(1 << 20) + "\"";
        var count = new AtomicInteger();
        server.behind.live =
                request -> {
                    Map<String, String> items = new HashMap<>();
                    int turn = count.incrementAndGet();
                    for (int i = 0; i < 16; i++) {
                        items.put("item" + turn + "-" + i, much);
                    }
                    return new LiveView(items);
                };
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.gateway.port())) {
            socket.getOutputStream()
                    .write(
                            ("GET "
                                            + API
                                            + "/live HTTP/1.1\r\nHost: localhost\r\nCookie: "
                                            + cookie
                                            + "\r\n\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
            while (server.console.statistics().watching() == 0) {
                Thread.onSpinWait();
            }
            while (server.console.statistics().watching() > 0) {
                Thread.onSpinWait();
            }
        }
        assertThat(get("/session").statusCode()).isEqualTo(200);
    }

    @Test
    void theDocumentHasEveryRouteAndNoOther() throws Exception {
        Path root =
                Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
                        .takeWhile(Objects::nonNull)
                        .filter(directory -> Files.exists(directory.resolve("freshet")))
                        .findFirst()
                        .orElseThrow();
        var text = Files.readString(root.resolve("protocol/spec/console-api.openapi.yaml"));
        var document = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(text);
        var paths = (Map<?, ?>) Objects.requireNonNull(document.get("paths"));
        Set<String> documented = new TreeSet<>();
        paths.forEach((path, methods) ->
                ((Map<?, ?>) methods)
                        .keySet().stream()
                                .filter(it -> !it.equals("parameters"))
                                .forEach(it -> documented.add(it + " " + path)));
        Set<String> served = new TreeSet<>();
        for (ConsoleRoute route : server.behind.routes().routes()) {
            served.add(route.method().text().toLowerCase(Locale.ROOT) + " " + API + route.path());
        }
        assertThat(documented).isEqualTo(served);
    }

    private void loggedIn() throws Exception {
        assertThat(login(ConsoleBehind.PASSWORD).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> login(String password) throws Exception {
        var answer = server.send(post("/login", "{\"password\":\"" + password + "\"}").build());
        answer.headers()
                .firstValue("Set-Cookie")
                .ifPresent(set -> cookie = set.substring(0, set.indexOf(';')));
        if (answer.statusCode() == 200) {
            var json = JsonReader.readObject(answer.body(), new JsonReader.Limits(1000, 2));
            csrf = ((JsonString) json.at("csrfToken")).value();
        }
        return answer;
    }

    private HttpRequest.Builder post(String path, String body) {
        var request = server.request(API + path);
        return body.isEmpty()
                ? request.POST(BodyPublishers.noBody())
                : request.header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return server.send(request.header("Cookie", cookie).header("X-CSRF-Token", csrf).build());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return server.send(server.request(API + path).header("Cookie", cookie).build());
    }
}
