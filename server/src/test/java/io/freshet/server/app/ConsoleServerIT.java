package io.freshet.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshet.protocol.json.JsonArray;
import io.freshet.protocol.json.JsonInteger;
import io.freshet.protocol.json.JsonObject;
import io.freshet.protocol.json.JsonReader;
import io.freshet.protocol.json.JsonString;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The console's API on a whole server.
@Timeout(60)
class ConsoleServerIT {
    private static final JsonReader.Limits LIMITS = new JsonReader.Limits(1 << 20, 8);

    @TempDir Path directory;

    @SuppressWarnings("NullAway.Init")
    private Wiring server;

    private final HttpClient http = HttpClient.newHttpClient();
    private String cookie = "";
    private String csrf = "";

    @BeforeEach
    void start() throws Exception {
        var overrides =
                new Configuration.Overrides(
                        Optional.of(directory), Optional.of(0), Optional.of(0), List.of());
        server =
                Wiring.start(
                        Configuration.read(Optional.empty(), Map.of(), overrides).configuration());
        login(server.firstStart().orElseThrow().consolePassword());
    }

    @AfterEach
    void stop() {
        http.shutdownNow();
        server.stop(Duration.ofSeconds(2));
    }

    @Test
    void makesShowsChangesAndRotatesProjects() throws Exception {
        JsonObject made = ok(call("POST", "/projects", "{\"name\":\"shop\"}"));
        String project = "/projects/" + number(made, "appId");
        assertThat(ok(call("GET", "/projects", "")).toString()).contains("demo", "shop");

        JsonObject changed =
                ok(
                        call(
                                "PATCH",
                                project,
                                "{\"l3\":false,\"tokenOnly\":true,\"online\":false,"
                                        + "\"tokenExpiry\":\"kick\"}"));
        assertThat(changed.toString())
                .contains("l3=FALSE", "tokenOnly=TRUE", "online=FALSE", "kick");
        assertThat(ok(call("GET", project, ""))).isEqualTo(changed);
        assertRefused(call("PATCH", project, "{\"l3\":\"yes\"}"), 400, "l3");
        assertRefused(call("PATCH", project, "{\"name\":\"  \"}"), 400, "name");
        assertRefused(call("GET", "/projects/5", ""), 404, "appId");

        JsonObject secrets = ok(call("POST", project + "/secrets", ""));
        JsonObject rotated =
                ok(call("POST", project + "/secrets/rotate", "{\"secret\":\"serverSecret\"}"));
        assertThat(rotated.at("serverSecret")).isNotEqualTo(secrets.at("serverSecret"));
        assertThat(rotated.at("appSign")).isEqualTo(secrets.at("appSign"));
        assertRefused(
                call("POST", project + "/secrets/rotate", "{\"secret\":\"x\"}"), 400, "secret");

        String audit = call("GET", "/audit", "").body();
        assertThat(audit)
                .contains("project.create", "project.set", "project.secrets", "project.rotate")
                .contains("l3: false")
                .doesNotContain(text(secrets, "serverSecret"), text(rotated, "serverSecret"));
    }

    @Test
    void makesTokensAndSaysWhatIsWrongWithOne() throws Exception {
        long appId = server.firstStart().orElseThrow().project().appId();
        String tokens = "/projects/" + appId + "/tokens";
        JsonObject issued =
                ok(
                        call(
                                "POST",
                                tokens,
                                "{\"userId\":\"ann\",\"roomId\":\"r\",\"validSeconds\":60}"));
        String token = text(issued, "token");
        String asked = "{\"token\":\"" + token + "\",\"userId\":\"%s\"}";
        JsonObject good = ok(call("POST", tokens + "/verify", asked.formatted("ann")));
        assertThat(good.toString()).contains("valid=TRUE", "user_id", "roomId");
        JsonObject other = ok(call("POST", tokens + "/verify", asked.formatted("bob")));
        assertThat(other.toString())
                .contains("valid=FALSE", "check=JsonString[value=userId]", "another userID", "ann");

        JsonObject stranger = ok(call("POST", "/projects", "{\"name\":\"other\"}"));
        JsonObject foreign =
                ok(
                        call(
                                "POST",
                                "/projects/" + number(stranger, "appId") + "/tokens/verify",
                                asked.formatted("ann")));
        assertThat(foreign.toString()).contains("check=JsonString[value=secret]");
        assertThat(foreign.has("inside")).isFalse();

        assertRefused(
                call("POST", tokens, "{\"userId\":\"ann\",\"validSeconds\":86401}"),
                400,
                "validSeconds");
        assertRefused(call("POST", tokens, "{\"userId\":\"\"}"), 400, "userId");
        assertThat(call("GET", "/audit", "").body()).contains("token.issue").doesNotContain(token);
    }

    @Test
    void setsCallbacksAndShowsUsageNodesAndHealth() throws Exception {
        long appId = server.firstStart().orElseThrow().project().appId();
        String project = "/projects/" + appId;
        JsonObject callbacks =
                ok(
                        call(
                                "PUT",
                                project + "/callbacks",
                                "{\"url\":\"https://b.example/?key=hush\",\"events\":[\"room_login\"]}"));
        assertThat(callbacks.toString()).contains("room_login", "https://b.example/");
        assertRefused(call("PUT", project + "/callbacks", "{\"url\":\"ftp://x\"}"), 400, "url");
        assertRefused(call("PUT", project + "/callbacks", "{}"), 400, "url");

        assertThat(call("GET", "/audit", "").body())
                .contains("https://b.example/")
                .doesNotContain("hush");

        JsonObject usage = ok(call("GET", project + "/usage?from=2026-11-01&to=2026-11-30", ""));
        assertThat(usage.has("days")).isTrue();
        assertRefused(call("GET", project + "/usage?from=x&to=2026-11-30", ""), 400, "from");
        assertThat(call("GET", project + "/usage.csv?from=2026-11-01&to=2026-11-30", "").body())
                .startsWith("appId,day,kind,tier,seconds\r\n");

        JsonObject node =
                (JsonObject)
                        ((JsonArray) ok(call("GET", "/nodes", "")).at("nodes")).items().getFirst();
        assertThat(text(node, "version")).isEqualTo(Version.text());
        assertThat(node.toString()).contains("ready=TRUE");
        assertThat(number(node, "heapUsedBytes")).isPositive();
        assertThat(ok(call("GET", "/health", "")).toString()).contains("udp-buffer", "readiness");
    }

    @Test
    void whatIsNotThereIsNotFound() throws Exception {
        String project = "/projects/" + server.firstStart().orElseThrow().project().appId();
        assertThat(ok(call("GET", "/rooms", "")).toString()).contains("rooms");
        assertRefused(call("GET", project + "/rooms/none", ""), 404, "roomId");
        assertRefused(call("POST", project + "/rooms/none/close", ""), 404, "roomId");
        assertRefused(
                call("POST", project + "/rooms/none/kick", "{\"userIds\":[\"a\"]}"), 404, "roomId");
        assertRefused(
                call(
                        "POST",
                        project + "/rooms/none/messages",
                        "{\"fromUserId\":\"ops\",\"text\":\"hi\"}"),
                404,
                "roomId");
        assertRefused(call("GET", project + "/rooms/none/streams/s", ""), 404, "streamId");
        assertRefused(call("POST", project + "/rooms/none/streams/s/close", ""), 404, "roomId");
        // Nothing was changed, and so nothing is written down but the login.
        assertThat(call("GET", "/audit", "").body()).doesNotContain("room.close");
    }

    @Test
    void forbidsUsersAndStreamsAndAllowsThemAgain() throws Exception {
        String project = "/projects/" + server.firstStart().orElseThrow().project().appId();
        JsonObject rule =
                ok(
                        call(
                                "POST",
                                project + "/forbids",
                                "{\"userId\":\"mallory\",\"login\":true,\"seconds\":60}"));
        assertThat(rule.toString()).contains("mallory", "login=TRUE", "publish=FALSE");
        assertThat(ok(call("GET", project + "/forbids", "")).toString()).contains("mallory");
        assertRefused(
                call("POST", project + "/forbids", "{\"userId\":\"m\",\"seconds\":60}"),
                400,
                "login");
        assertRefused(
                call("POST", project + "/forbids", "{\"userId\":\"m\",\"login\":true}"),
                400,
                "seconds");
        assertRefused(
                call(
                        "POST",
                        project + "/forbids",
                        "{\"address\":\"nowhere\",\"login\":true,\"seconds\":60}"),
                400,
                "address");
        ok(call("POST", project + "/forbids/remove", "{\"userId\":\"mallory\"}"));
        assertRefused(
                call("POST", project + "/forbids/remove", "{\"userId\":\"mallory\"}"),
                404,
                "userId");
        ok(call("POST", project + "/streams/s1/forbid", ""));
        assertThat(call("GET", project + "/forbids", "").body()).contains("\"streams\":[\"s1\"]");
        ok(call("POST", project + "/streams/s1/allow", ""));
        assertThat(call("GET", project + "/forbids", "").body()).contains("\"streams\":[]");
        assertThat(call("GET", "/audit", "").body())
                .contains("forbid.set", "forbid.remove", "stream.forbid", "stream.allow");
    }

    @Test
    void pushesHealthWithTheNumbers() throws Exception {
        var request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://127.0.0.1:"
                                                + server.httpPort()
                                                + "/console/api/live"))
                        .timeout(Duration.ofSeconds(20))
                        .header("Cookie", cookie)
                        .build();
        var lines = http.send(request, HttpResponse.BodyHandlers.ofLines()).body().iterator();
        assertThat(lines.next()).isEqualTo("event: snapshot");
        assertThat(lines.next())
                .contains("\"node\":{", "\"health\":{\"state\":", "udp-buffer", "readiness");
    }

    @Test
    void aLostPasswordIsReplacedByCommandAndEndsAllLogins() throws Exception {
        var out = new StringWriter();
        var line = Main.commandLine();
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(out));
        assertThat(line.execute("password", "--data", directory.toString())).isZero();
        String password = out.toString().strip();
        assertThat(password).matches("[a-z2-9]{20}");
        assertThat(call("GET", "/session", "").statusCode()).isEqualTo(401);
        login(password);
        assertThat(call("GET", "/audit", "").body())
                .contains("password.reset", "command line")
                .doesNotContain(password);
        // The browser has no way to do that.
        assertThat(call("POST", "/password/reset", "").statusCode()).isEqualTo(404);
    }

    private void login(String password) throws Exception {
        var answer = call("POST", "/login", "{\"password\":\"" + password + "\"}");
        cookie = answer.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
        csrf = text(ok(answer), "csrfToken");
    }

    private HttpResponse<String> call(String method, String path, String body) throws Exception {
        var request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://127.0.0.1:"
                                                + server.httpPort()
                                                + "/console/api"
                                                + path))
                        .timeout(Duration.ofSeconds(20))
                        .header("Cookie", cookie)
                        .header("X-CSRF-Token", csrf);
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        return http.send(
                request.method(
                                method,
                                body.isEmpty()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static JsonObject ok(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonReader.readObject(answer.body(), LIMITS);
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String field) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains("\"field\":\"" + field + "\"", "\"message\":");
    }

    private static String text(JsonObject json, String name) {
        return ((JsonString) json.at(name)).value();
    }

    private static long number(JsonObject json, String name) {
        return ((JsonInteger) json.at(name)).value();
    }
}
