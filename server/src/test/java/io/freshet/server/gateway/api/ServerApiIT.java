package io.freshet.server.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshet.protocol.message.ServerMessage;
import io.freshet.server.gateway.GatewayFixture;
import io.freshet.server.gateway.SignalClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerApiIT {
    private static final Pattern PATH = Pattern.compile("(?m)^  /\\?Action=(\\w+):$");
    private static final Pattern PARAMETER =
            Pattern.compile("(?m)^        - \\{name: ['\"]?([\\w\\[\\]]+)");

    private GatewayFixture server;
    private int nonces;

    @BeforeEach
    void start() throws Exception {
        server = new GatewayFixture();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aKickedClientGetsItsCodeAndText() throws Exception {
        try (var client = loggedIn("u1")) {
            assertThat(
                            call(
                                    "KickoutUser",
                                    "RoomId=room&UserId[]=u1&UserId[]=absent&CustomReason=be%20nice"))
                    .startsWith("{\"Code\":0,\"Message\":\"success\",\"RequestId\":\"")
                    .endsWith("\"Data\":{}}");
            var kicked = nextKick(client);
            assertThat(kicked.code()).isEqualTo(1002055);
            assertThat(kicked.customReason()).isEqualTo("be nice");
            assertThat(call("DescribeUserNum", "RoomId[]=room")).contains("\"UserCount\":0");

            client.send(SignalClient.login(9, "u1"));
            assertThat(client.nextAnswer().code()).isZero();
        }
    }

    @Test
    void closingARoomPutsEverybodyOut() throws Exception {
        try (var one = loggedIn("u1");
                var two = loggedIn("u2")) {
            publish("whipper", "s1");
            assertThat(call("CloseRoom", "RoomId=room&CustomReason=over")).contains("\"Code\":0");
            assertThat(nextKick(one).customReason()).isEqualTo("over");
            assertThat(nextKick(two).customReason()).isEqualTo("over");
            assertThat(server.media.openTransports()).isZero();
            assertThat(server.control.operations().rooms().hasRoom(GatewayFixture.APP, "room"))
                    .isFalse();
        }
    }

    @Test
    void describesUsersByPages() throws Exception {
        try (var one = loggedIn("u1");
                var two = loggedIn("u2");
                var three = loggedIn("u3")) {
            String first = call("DescribeUserList", "RoomId=room&Mode=1&Limit=2");
            assertThat(first).contains("\"u3\"", "\"u2\"").doesNotContain("\"u1\"");
            String marker = first.replaceAll(".*\"Marker\":\"([^\"]*)\".*", "$1");
            assertThat(marker).isNotEmpty();
            var rest =
                    server.control
                            .operations()
                            .rooms()
                            .users(GatewayFixture.APP, "room", true, 2, marker);
            assertThat(rest.users()).singleElement().extracting("userId").isEqualTo("u1");
            assertThat(rest.marker()).isEmpty();
            assertThat(call("DescribeUserList", "RoomId=room")).contains("\"Code\":207");
            assertThat(call("DescribeUserList", "RoomId=other"))
                    .endsWith("\"Data\":{\"Marker\":\"\",\"UserList\":[]}}");
            assertThat(call("DescribeUsers", "RoomId=room&UserId[]=u2&UserId[]=nobody"))
                    .containsPattern(
                            "\"UserId\":\"u2\",\"Status\":1,\"LoginTime\":1[0-9]{12},"
                                    + "\"UserRole\":1")
                    .contains("\"UserId\":\"nobody\",\"Status\":0,\"LoginTime\":0");
            assertThat(List.of(one, two, three)).hasSize(3);
        }
    }

    @Test
    void describesStreams() throws Exception {
        publish("host", "s1");
        assertThat(call("DescribeSimpleStreamList", "RoomId=room"))
                .containsPattern(
                        "\"StreamId\":\"s1\",\"UserId\":\"host\",\"UserName\":\"host\","
                                + "\"CreateTime\":1[0-9]{12},\"StreamNumberId\":[1-9]");
        assertThat(call("DescribeSimpleStreamList", "RoomId=room")).contains("\"Code\":207");
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', 100000006",
        "Nonsense, '', 100000007",
        "StartMix, '', 100000017",
        "KickoutUser, RoomId=none&UserId[]=a, 104",
        "KickoutUser, UserId[]=a, 2",
        "KickoutUser, RoomId=r, 2",
        "KickoutUser, RoomId=r&UserId[]=%20, 2",
        "KickoutUser, RoomId=r&UserId[]=1&UserId[]=2&UserId[]=3&UserId[]=4&UserId[]=5&UserId[]=6, 50011",
        "CloseRoom, RoomId=none, 104",
        "DescribeUserList, RoomId=r&Limit=201, 2",
        "DescribeUserList, RoomId=r&Mode=2, 2",
        "DescribeUserNum, RoomId=x, 0",
        "DescribeUserNum, '', 2",
        "DescribeUsers, RoomId=r&UserId[]=a, 0",
        "DescribeSimpleStreamList, RoomId=%2F, 2",
    })
    void answersWithCodes(String action, String parameters, int code) throws Exception {
        assertThat(call(action, parameters)).startsWith("{\"Code\":" + code + ",");
    }

    @Test
    void refusesTextsThatAreTooLong() throws Exception {
        assertThat(call("KickoutUser", "RoomId=r&UserId[]=a&CustomReason=" + "x".repeat(257)))
                .contains("\"Code\":3,");
        assertThat(call("CloseRoom", "RoomId=" + "x".repeat(129))).contains("\"Code\":3,");
    }

    @Test
    void limitsActionsByApp() throws Exception {
        call("CloseRoom", "RoomId=none");
        assertThat(call("CloseRoom", "RoomId=none")).contains("\"Code\":206,");
    }

    @Test
    void whoForgesTooManySignaturesIsNotLookedAt() throws Exception {
        String forged =
                signed("DescribeUserNum").replaceAll("Signature=[0-9a-f]{32}", "Signature=00");
        String unknown =
                signed("DescribeUserNum").replace("AppId=" + GatewayFixture.APP, "AppId=7");
        assertThat(server.get("/?" + forged).body()).contains("\"Code\":100000005,");
        assertThat(server.get("/?" + unknown).body()).contains("\"Code\":100000010,");
        for (int i = 0; i < 2 * ApiRoutes.FORGERIES_AT_ONCE; i++) {
            server.get("/?" + forged);
        }
        boolean refused = call("DescribeUserNum", "RoomId[]=r").startsWith("{\"Code\":206,");
        server.get("/?" + forged); // Takes the token that may have come back by now.
        refused |= call("DescribeUserNum", "RoomId[]=r").startsWith("{\"Code\":206,");
        assertThat(refused).isTrue();
        assertThat(server.get("/livez").statusCode()).isEqualTo(200);
    }

    @Test
    void servesPostAndKeepsThePage() throws Exception {
        var posted =
                server.send(
                        server.request("/?" + signed("DescribeUserNum") + "&RoomId%5B%5D=r")
                                .POST(BodyPublishers.noBody())
                                .build());
        assertThat(posted.body()).contains("\"Code\":0");
        assertThat(server.get("/").body()).contains("<html");
        assertThat(server.get("/?Action=KickoutUser").body()).contains("\"Code\":100000001");
    }

    @Test
    void theDocumentListsTheActionsAndTheirParameters() throws Exception {
        String document = Files.readString(Path.of("../protocol/spec/server-api.openapi.yaml"));
        var actions = new ApiActions(server.control.operations()).byName();
        Matcher path = PATH.matcher(document);
        List<String> documented = new ArrayList<>();
        while (path.find()) {
            documented.add(path.group(1));
            int next = document.indexOf("\n  /?Action=", path.end());
            int end = next < 0 ? document.indexOf("\ncomponents:", path.end()) : next;
            List<String> names =
                    PARAMETER
                            .matcher(document.substring(path.end(), end))
                            .results()
                            .map(it -> it.group(1))
                            .toList();
            String name = path.group(1);
            assertThat(actions).containsKey(name);
            assertThat(names)
                    .as(path.group(1))
                    .isEqualTo(
                            actions.values().stream()
                                    .filter(it -> it.name().equals(name))
                                    .findFirst()
                                    .orElseThrow()
                                    .parameters());
        }
        assertThat(documented).containsExactlyInAnyOrderElementsOf(actions.keySet());
    }

    private String call(String action, String parameters) throws Exception {
        return server.get("/?" + signed(action) + "&" + parameters).body();
    }

    private String signed(String action) {
        String nonce = "nonce" + ++nonces;
        String timestamp = Long.toString(System.currentTimeMillis() / 1000);
        String signature =
                ApiSignature.sign(GatewayFixture.APP, nonce, GatewayFixture.SECRET, timestamp);
        return "Action="
                + action
                + "&AppId="
                + GatewayFixture.APP
                + "&SignatureVersion=2.0&SignatureNonce="
                + nonce
                + "&Timestamp="
                + timestamp
                + "&Signature="
                + signature;
    }

    private SignalClient loggedIn(String user) throws Exception {
        var client = new SignalClient(server);
        client.send(SignalClient.hello(1));
        assertThat(client.nextAnswer().code()).isZero();
        client.send(SignalClient.login(2, user));
        assertThat(client.nextAnswer().code()).isZero();
        return client;
    }

    private void publish(String user, String stream) throws Exception {
        var created =
                server.offer(
                        "/whip/" + GatewayFixture.APP + "/room/" + stream,
                        GatewayFixture.token(user));
        assertThat(created.statusCode()).isEqualTo(201);
    }

    private static ServerMessage.KickedOut nextKick(SignalClient client) throws Exception {
        while (true) {
            if (client.next() instanceof ServerMessage.KickedOut kicked) {
                return kicked;
            }
        }
    }
}
