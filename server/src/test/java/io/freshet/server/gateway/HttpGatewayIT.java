package io.freshet.server.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshet.protocol.ErrorCode;
import io.freshet.protocol.Limits;
import io.freshet.server.console.Administration;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpGatewayIT {
    private static final String ROOM = "/" + GatewayFixture.APP + "/room";

    private GatewayFixture server;

    @BeforeEach
    void start() throws Exception {
        server = new GatewayFixture();
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    // --- WHIP and WHEP ---

    @Test
    void whipPublishesAndDeletes() throws Exception {
        var created = publish("s1", "host");
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        assertThat(created.body()).isEqualTo(FakeMediaPlane.ANSWER);
        assertThat(header(created, "Content-Type")).isEqualTo("application/sdp");
        assertThat(header(created, "ETag")).isNotEmpty();
        String location = header(created, "Location");
        assertThat(location).startsWith("/whip" + ROOM + "/s1/");
        assertThat(streams("host").body()).contains("\"streamId\":\"s1\"", "\"userId\":\"host\"");

        assertThat(delete(location).statusCode()).isEqualTo(200);
        assertThat(streams("host").body()).isEqualTo("{\"streams\":[]}");
        assertThat(server.media.openTransports()).isZero();
        assertThat(delete(location).statusCode()).isEqualTo(404);
    }

    @Test
    void whepPlaysWhatIsPublished() throws Exception {
        assertThat(publish("s1", "host").statusCode()).isEqualTo(201);
        var created = server.offer("/whep" + ROOM + "/s1", GatewayFixture.token("viewer"));
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        assertThat(created.body()).isEqualTo(FakeMediaPlane.ANSWER);
        assertThat(server.media.openTransports()).isEqualTo(2);
        assertThat(delete(header(created, "Location")).statusCode()).isEqualTo(200);
        assertThat(server.media.openTransports()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"rtc, 201", "l3, 201", "L3, 201", "default, 201", "cdn, 400"})
    void whepTakesAResourceMode(String mode, int status) throws Exception {
        publish("s1", "host");
        var path = "/whep" + ROOM + "/s1?mode=" + mode;
        assertThat(server.offer(path, GatewayFixture.token("viewer")).statusCode())
                .isEqualTo(status);
    }

    @Test
    void namesWithSpecialCharactersSurviveTheWay() throws Exception {
        var created =
                server.offer(
                        "/whip/" + GatewayFixture.APP + "/a%25b%26c%3Bd%2Be/s_1-x",
                        GatewayFixture.token("host"));
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        String list = "/rooms/" + GatewayFixture.APP + "/a%25b%26c%3Bd%2Be/streams";
        assertThat(authorized(list, "host").body()).contains("s_1-x");
        assertThat(delete(header(created, "Location")).statusCode()).isEqualTo(200);
        assertThat(authorized(list, "host").body()).doesNotContain("s_1-x");
    }

    @Test
    void aStreamThatDoesNotExistIsNotFound() throws Exception {
        var answer = server.offer("/whep" + ROOM + "/none", GatewayFixture.token("viewer"));
        assertRefused(answer, 404, ErrorCode.PLAYER_PLAY_STREAM_NOT_EXIST);
    }

    @Test
    void aStreamOfSomebodyElseConflicts() throws Exception {
        publish("s1", "host");
        assertRefused(
                publish("s1", "other"), 409, ErrorCode.PUBLISHER_ERROR_REPETITIVE_PUBLISH_STREAM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/whip", "/whep"})
    void aMissingTokenIsAskedFor(String kind) throws Exception {
        var answer =
                server.send(
                        server.request(kind + ROOM + "/s1")
                                .header("Content-Type", GatewayFixture.SDP)
                                .POST(BodyPublishers.ofString("v=0"))
                                .build());
        assertRefused(answer, 401, ErrorCode.ROOM_NO_TOKEN);
        assertThat(header(answer, "WWW-Authenticate")).isEqualTo("Bearer realm=\"freshet\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "04", "04AAAA", "Basic", "03AAAA"})
    void aWrongTokenIsUnauthorized(String token) throws Exception {
        var answer = server.offer("/whip" + ROOM + "/s1", token);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
        assertThat(header(answer, "WWW-Authenticate")).contains("error=\"invalid_token\"");
        assertThat(answer.body()).startsWith("{\"code\":1002").doesNotContain(token + "\"");
    }

    @Test
    void otherSchemesOfAuthorizationAreNoToken() throws Exception {
        var answer =
                server.send(
                        server.request("/rooms" + ROOM + "/streams")
                                .header("Authorization", "Basic aG9zdDpo")
                                .build());
        assertRefused(answer, 401, ErrorCode.ROOM_NO_TOKEN);
    }

    @Test
    void aTokenWithoutTheRightToPublishIsForbidden() throws Exception {
        var answer = server.offer("/whip" + ROOM + "/s1", GatewayFixture.watchOnlyToken("viewer"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"1, 404", "0, 404", "99999999999, 404", "abc, 404", "-1, 404"})
    void anUnknownAppIdIsTold(String appId, int status) throws Exception {
        var answer = server.offer("/whip/" + appId + "/room/s1", GatewayFixture.token("host"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    }

    @Test
    void illegalNamesAreBadRequests() throws Exception {
        var answer = server.offer("/whip" + ROOM + "/a%20b", GatewayFixture.token("host"));
        assertRefused(answer, 400, ErrorCode.COMMON_STREAM_ID_INVALID_CHARACTER);
        answer = server.offer("/whip" + ROOM + "/" + "a".repeat(256), GatewayFixture.token("host"));
        assertRefused(answer, 400, ErrorCode.COMMON_STREAM_ID_TOO_LONG);
    }

    @Test
    void anOfferThatCannotBeServedIsABadRequestWithItsSentence() throws Exception {
        var answer = post("/whip" + ROOM + "/s1", GatewayFixture.SDP, "refuse this");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("The offer has no codec we know.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/json", "application/sdpx"})
    void onlySdpIsTaken(String contentType) throws Exception {
        assertThat(post("/whip" + ROOM + "/s1", contentType, "v=0").statusCode()).isEqualTo(415);
    }

    @Test
    void contentTypeParametersAreAllowed() throws Exception {
        assertThat(
                        post("/whip" + ROOM + "/s1", "application/sdp; charset=utf-8", "v=0")
                                .statusCode())
                .isEqualTo(201);
    }

    @Test
    void anEmptyOfferIsABadRequest() throws Exception {
        assertThat(post("/whip" + ROOM + "/s1", GatewayFixture.SDP, "").statusCode())
                .isEqualTo(400);
    }

    @Test
    void anOfferMayBeAsLargeAsTheLimitAndNotLarger() throws Exception {
        String largest = "v".repeat(Limits.SDP_MAX_BYTES);
        assertThat(post("/whip" + ROOM + "/s1", GatewayFixture.SDP, largest).statusCode())
                .isEqualTo(201);
        assertThat(post("/whip" + ROOM + "/s1", GatewayFixture.SDP, largest + "v").statusCode())
                .isEqualTo(413);
        assertThat(
                        post("/whip" + ROOM + "/s1", GatewayFixture.SDP, largest.repeat(20))
                                .statusCode())
                .isEqualTo(413);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /s1, 'POST, OPTIONS'",
        "PATCH, /s1, 'POST, OPTIONS'",
        "PUT, /s1, 'POST, OPTIONS'",
        "PATCH, /s1/resource, 'DELETE, OPTIONS'",
        "POST, /s1/resource, 'DELETE, OPTIONS'",
        "GET, /s1/resource, 'DELETE, OPTIONS'"
    })
    void otherMethodsAreNotAllowed(String method, String path, String allowed) throws Exception {
        for (String kind : new String[] {"/whip", "/whep"}) {
            var answer =
                    server.send(
                            server.request(kind + ROOM + path)
                                    .method(method, BodyPublishers.noBody())
                                    .build());
            assertThat(answer.statusCode()).isEqualTo(405);
            assertThat(header(answer, "Allow")).isEqualTo(allowed);
            assertThat(answer.body()).contains("\"message\":");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/whip, /s1, 'POST, OPTIONS'",
        "/whep, /s1, 'POST, OPTIONS'",
        "/whip, /s1/resource, 'DELETE, OPTIONS'",
        "/rooms, /streams, 'GET, OPTIONS'"
    })
    void pagesOfOtherOriginsMayAsk(String kind, String path, String methods) throws Exception {
        var preflight =
                server.send(
                        server.request(kind + ROOM + path)
                                .header("Origin", "https://elsewhere.example")
                                .header("Access-Control-Request-Method", "POST")
                                .method("OPTIONS", BodyPublishers.noBody())
                                .build());
        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(header(preflight, "Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(header(preflight, "Access-Control-Allow-Methods")).isEqualTo(methods);
        assertThat(header(preflight, "Access-Control-Allow-Headers"))
                .contains("Authorization", "Content-Type");
    }

    @Test
    void pagesOfOtherOriginsSeeTheLocation() throws Exception {
        var created = publish("s1", "host");
        assertThat(header(created, "Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(header(created, "Access-Control-Expose-Headers")).contains("Location", "ETag");
        var refused = server.offer("/whep" + ROOM + "/none", GatewayFixture.token("viewer"));
        assertThat(header(refused, "Access-Control-Allow-Origin")).isEqualTo("*");
    }

    @Test
    void theListOfStreamsNeedsAToken() throws Exception {
        assertThat(server.get("/rooms" + ROOM + "/streams").statusCode()).isEqualTo(401);
        assertThat(streams("viewer").body()).isEqualTo("{\"streams\":[]}");
    }

    @Test
    void requestsOfOneAddressAreLimited() throws Exception {
        try (var strict =
                new GatewayFixture(
                        GatewayFixture.config(
                                1, 3, Duration.ofSeconds(20), Duration.ofSeconds(60), Set.of()))) {
            for (int i = 0; i < 3; i++) {
                assertThat(strict.get("/rooms" + ROOM + "/streams").statusCode()).isEqualTo(401);
            }
            var answer = strict.get("/rooms" + ROOM + "/streams");
            assertRefused(answer, 429, ErrorCode.ROOM_APP_CALL_TOO_FREQUENT);
            assertThat(header(answer, "Retry-After")).isEqualTo("1");
            assertThat(strict.get("/livez").statusCode()).isEqualTo(200);
        }
    }

    // --- health, metrics, page ---

    @Test
    void healthFollowsTheServersLife() throws Exception {
        assertThat(server.get("/livez").statusCode()).isEqualTo(200);
        assertThat(server.get("/readyz").body()).isEqualTo("ready\n");
        server.readiness.onStopping();
        server.readiness.onStarted();
        var answer = server.get("/readyz");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).isEqualTo("stopping\n");
        assertThat(server.get("/livez").statusCode()).isEqualTo(200);
    }

    @Test
    void metricsAreInThePrometheusFormat() throws Exception {
        var answer = server.get("/metrics");
        assertThat(answer.body()).isEqualTo("freshet_test 1\n");
        assertThat(header(answer, "Content-Type")).startsWith("text/plain; version=0.0.4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/console/"})
    void aPageIsServedWithItsPolicyAndItsFiles(String path) throws Exception {
        var page = server.get(path);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(header(page, "Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(header(page, "Cache-Control")).isEqualTo("no-cache");
        assertThat(header(page, "Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'")
                .doesNotContain("unsafe");
        for (String file : references(page.body())) {
            assertThat(server.get(path + file).statusCode()).as(file).isEqualTo(200);
        }
        assertThat(references(page.body())).anyMatch(file -> file.endsWith(".js"));
    }

    @Test
    void aFileWhoseNameHoldsItsHashMayBeKeptForEver() throws Exception {
        var answer = server.get("/" + script());
        assertThat(header(answer, "Content-Type")).startsWith("text/javascript");
        assertThat(header(answer, "Cache-Control")).contains("immutable");
    }

    @Test
    void aFileIsCompressedForThoseWhoSaySo() throws Exception {
        String script = "/" + script();
        var whole = server.get(script);
        assertThat(whole.headers().firstValue("Content-Encoding")).isEmpty();
        HttpRequest request = server.request(script).header("Accept-Encoding", "gzip, br").build();
        var compressed = server.http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(compressed.headers().firstValue("Content-Encoding")).hasValue("gzip");
        try (var content = new GZIPInputStream(new ByteArrayInputStream(compressed.body()))) {
            assertThat(new String(content.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(whole.body());
        }
    }

    @Test
    void theConsoleWithoutItsSlashLeadsThere() throws Exception {
        var answer = server.get("/console");
        assertThat(answer.statusCode()).isEqualTo(308);
        assertThat(header(answer, "Location")).isEqualTo("console/");
    }

    @Test
    void anUnchangedFileIsNotSentAgain() throws Exception {
        String script = "/" + script();
        String etag = header(server.get(script), "ETag");
        var answer = server.send(server.request(script).header("If-None-Match", etag).build());
        assertThat(answer.statusCode()).isEqualTo(304);
        assertThat(answer.body()).isEmpty();
    }

    /// What the page's HTML refers to, as it says it: relative.
    private static List<String> references(String html) {
        return Pattern.compile("(?:src|href)=\"\\./([^\"]+)\"")
                .matcher(html)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private String script() throws Exception {
        return references(server.get("/").body()).stream()
                .filter(file -> file.endsWith(".js"))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/livez", "/nothing", "/metrics", "/rooms/1/r/streams"})
    void everyAnswerHasTheSecurityHeaders(String path) throws Exception {
        var answer = server.get(path);
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(header(answer, "X-Frame-Options")).isEqualTo("DENY");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing",
                "/../../etc/passwd",
                "/web/live/index.html",
                "/%2e%2e/index.html",
                "/whip/1"
            })
    void thereIsNothingElse(String path) throws Exception {
        var answer = server.get(path);
        assertThat(answer.statusCode()).isIn(404, 400);
        assertThat(answer.body()).startsWith("{\"code\":").doesNotContain("Exception", "\tat ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense\r\n\r\n",
                "GET / HTTP/3.0\r\nHost: a\r\n\r\n",
                "GET / HTTP/1.1\r\nBad Header\r\n\r\n",
                "POST /whip/1/r/s HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n"
            })
    void unreadableRequestsGetASentenceAndNoTrace(String request) throws Exception {
        String answer = raw(request);
        assertThat(answer).startsWith("HTTP/1.1 4");
        assertThat(answer).doesNotContain("Exception", "\tat ", "io.helidon");
    }

    @Test
    void headersHaveALimit() throws Exception {
        String answer = raw("GET / HTTP/1.1\r\nHost: a\r\nX: " + "x".repeat(20_000) + "\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 4");
    }

    // --- administration ---

    @Test
    void theAdminKeyMakesTokens() throws Exception {
        var order =
                new Administration.TokenOrder(
                        GatewayFixture.APP, "alice", "r", false, Duration.ofHours(1));
        var answer = admin(GatewayFixture.ADMIN_KEY, AdminMessages.write(order));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(AdminMessages.readIssued(answer.body()))
                .isEqualTo(new Administration.IssuedToken(GatewayFixture.APP, "a-token", "a-link"));
        assertThat(server.orders).containsEntry("alice", order);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrong", "0123456789abcdeF", "0123456789abcde", "04token"})
    void anotherKeyDoesNot(String key) throws Exception {
        var answer = admin(key, "{\"userId\":\"alice\"}");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(server.orders).isEmpty();
    }

    @Test
    void operationsNeedTheKeyAndAName() throws Exception {
        var request =
                server.request(AdminMessages.OPERATIONS + "usage")
                        .POST(BodyPublishers.ofString("{}"));
        assertThat(server.send(request.build()).statusCode()).isEqualTo(401);
        request.header("Authorization", "Bearer " + GatewayFixture.ADMIN_KEY);
        var answer = server.send(request.build());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("does not know");
    }

    @Test
    void aProxysClientsCannotAdministrate() throws Exception {
        var answer =
                server.send(
                        server.request(AdminMessages.TOKENS)
                                .header("Authorization", "Bearer " + GatewayFixture.ADMIN_KEY)
                                .header("X-Forwarded-For", "203.0.113.9")
                                .POST(BodyPublishers.ofString("{\"userId\":\"alice\"}"))
                                .build());
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(server.orders).isEmpty();
    }

    @Test
    void aRefusedOrderHasItsSentence() throws Exception {
        var answer = admin(GatewayFixture.ADMIN_KEY, "{}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(AdminMessages.readError(answer.body())).isEqualTo("The userID is missing.");
        assertThat(admin(GatewayFixture.ADMIN_KEY, "no json").statusCode()).isEqualTo(400);
    }

    // --- helpers ---

    private HttpResponse<String> publish(String streamId, String user) throws Exception {
        return server.offer("/whip" + ROOM + "/" + streamId, GatewayFixture.token(user));
    }

    private HttpResponse<String> post(String path, String contentType, String body)
            throws Exception {
        return server.send(
                server.request(path)
                        .header("Authorization", "Bearer " + GatewayFixture.token("host"))
                        .header("Content-Type", contentType)
                        .POST(BodyPublishers.ofString(body))
                        .build());
    }

    private HttpResponse<String> delete(String path) throws Exception {
        return server.send(server.request(path).DELETE().build());
    }

    private HttpResponse<String> streams(String user) throws Exception {
        return authorized("/rooms" + ROOM + "/streams", user);
    }

    private HttpResponse<String> authorized(String path, String user) throws Exception {
        return server.send(
                server.request(path)
                        .header("Authorization", "Bearer " + GatewayFixture.token(user))
                        .build());
    }

    private HttpResponse<String> admin(String key, String body) throws Exception {
        HttpRequest request =
                server.request(AdminMessages.TOKENS)
                        .header("Authorization", "Bearer " + key)
                        .POST(BodyPublishers.ofString(body))
                        .build();
        return server.send(request);
    }

    private String raw(String request) throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.gateway.port())) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            InputStream in = socket.getInputStream();
            return new String(in.readNBytes(200), StandardCharsets.US_ASCII);
        }
    }

    private static void assertRefused(HttpResponse<String> answer, int status, ErrorCode code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).startsWith("{\"code\":" + code.code() + ",\"message\":\"");
        assertThat(header(answer, "Content-Type")).isEqualTo("application/json");
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
