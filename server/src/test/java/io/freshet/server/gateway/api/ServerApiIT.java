package io.freshet.server.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshet.protocol.message.RoomUser;
import io.freshet.protocol.message.ServerMessage;
import io.freshet.server.control.StreamOperations;
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

class ServerApiIT {
    private static final Pattern PATH = Pattern.compile("(?m)^  /\\?Action=(\\w+):$");
    private static final Pattern PARAMETER =
            Pattern.compile("(?m)^        - \\{name: ['\"]?([\\w\\[\\]]+)");

    private GatewayFixture server;
    private Backend backend;

    @BeforeEach
    void start() throws Exception {
        server = new GatewayFixture();
        backend = new Backend(server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aKickedClientGetsItsCodeAndText() throws Exception {
        try (var client = backend.loggedIn("u1")) {
            assertThat(
                            backend.call(
                                    "KickoutUser",
                                    "RoomId=room&UserId[]=u1&UserId[]=absent&CustomReason=be%20nice"))
                    .startsWith("{\"Code\":0,\"Message\":\"success\",\"RequestId\":\"")
                    .endsWith("\"Data\":{}}");
            var kicked = nextKick(client);
            assertThat(kicked.code()).isEqualTo(1002055);
            assertThat(kicked.customReason()).isEqualTo("be nice");
            assertThat(backend.call("DescribeUserNum", "RoomId[]=room"))
                    .contains("\"UserCount\":0");

            client.send(SignalClient.login(9, "u1"));
            assertThat(client.nextAnswer().code()).isZero();
        }
    }

    @Test
    void closingARoomPutsEverybodyOut() throws Exception {
        try (var one = backend.loggedIn("u1");
                var two = backend.loggedIn("u2")) {
            backend.publish("whipper", "s1");
            assertThat(backend.call("CloseRoom", "RoomId=room&CustomReason=over"))
                    .contains("\"Code\":0");
            assertThat(nextKick(one).customReason()).isEqualTo("over");
            assertThat(nextKick(two).customReason()).isEqualTo("over");
            assertThat(server.media.openTransports()).isZero();
            assertThat(server.control.operations().rooms().hasRoom(GatewayFixture.APP, "room"))
                    .isFalse();
        }
    }

    @Test
    void describesUsersByPages() throws Exception {
        try (var one = backend.loggedIn("u1");
                var two = backend.loggedIn("u2");
                var three = backend.loggedIn("u3")) {
            String first = backend.call("DescribeUserList", "RoomId=room&Mode=1&Limit=2");
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
            assertThat(backend.call("DescribeUserList", "RoomId=room")).contains("\"Code\":207");
            assertThat(backend.call("DescribeUserList", "RoomId=other"))
                    .endsWith("\"Data\":{\"Marker\":\"\",\"UserList\":[]}}");
            assertThat(backend.call("DescribeUsers", "RoomId=room&UserId[]=u2&UserId[]=nobody"))
                    .containsPattern(
                            "\"UserId\":\"u2\",\"Status\":1,\"LoginTime\":1[0-9]{12},"
                                    + "\"UserRole\":1")
                    .contains("\"UserId\":\"nobody\",\"Status\":0,\"LoginTime\":0");
            assertThat(List.of(one, two, three)).hasSize(3);
        }
    }

    @Test
    void describesStreams() throws Exception {
        backend.publish("host", "s1");
        assertThat(backend.call("DescribeSimpleStreamList", "RoomId=room"))
                .containsPattern(
                        "\"StreamId\":\"s1\",\"UserId\":\"host\",\"UserName\":\"host\","
                                + "\"CreateTime\":1[0-9]{12},\"StreamNumberId\":[1-9]");
        assertThat(backend.call("DescribeSimpleStreamList", "RoomId=room"))
                .contains("\"Code\":207");
    }

    @Test
    void aRoomTakesSoManyAddedStreams() throws Exception {
        try (var _ = backend.loggedIn("u1")) {
            var streams = server.control.operations().streams();
            for (int i = 0; i < 100; i++) {
                streams.add(
                        GatewayFixture.APP,
                        "room",
                        new StreamOperations.Announcement(
                                "film" + i, new RoomUser("backend", ""), "", ""));
            }
            assertThat(backend.call("AddStream", "RoomId=room&UserId=backend&StreamId=more"))
                    .startsWith("{\"Code\":123,");
        }
    }

    @Test
    void limitsActionsByApp() throws Exception {
        backend.call("CloseRoom", "RoomId=none");
        assertThat(backend.call("CloseRoom", "RoomId=none")).contains("\"Code\":206,");
    }

    @Test
    void whoForgesTooManySignaturesIsNotLookedAt() throws Exception {
        var forged = backend.signed("DescribeUserNum");
        forged.put("Signature", "00");
        var unknown = backend.signed("DescribeUserNum");
        unknown.put("AppId", "7");
        assertThat(backend.get(forged, "")).contains("\"Code\":100000005,");
        assertThat(backend.get(unknown, "")).contains("\"Code\":100000010,");
        for (int i = 0; i < 2 * ApiRoutes.FORGERIES_AT_ONCE; i++) {
            backend.get(forged, "");
        }
        boolean refused =
                backend.call("DescribeUserNum", "RoomId[]=r").startsWith("{\"Code\":206,");
        backend.get(forged, ""); // Takes the token that may have come back by now.
        refused |= backend.call("DescribeUserNum", "RoomId[]=r").startsWith("{\"Code\":206,");
        assertThat(refused).isTrue();
        assertThat(server.get("/livez").statusCode()).isEqualTo(200);
    }

    @Test
    void servesPostAndKeepsThePage() throws Exception {
        var posted =
                server.send(
                        server.request(
                                        "/?"
                                                + Backend.query(backend.signed("DescribeUserNum"))
                                                + "&RoomId%5B%5D=r")
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

    private static ServerMessage.KickedOut nextKick(SignalClient client) throws Exception {
        while (true) {
            if (client.next() instanceof ServerMessage.KickedOut kicked) {
                return kicked;
            }
        }
    }
}
