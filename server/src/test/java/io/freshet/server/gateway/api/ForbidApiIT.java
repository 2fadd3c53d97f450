package io.freshet.server.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshet.protocol.message.ServerMessage;
import io.freshet.server.control.forbid.Privilege;
import io.freshet.server.control.forbid.Target;
import io.freshet.server.gateway.GatewayFixture;
import io.freshet.server.gateway.SignalClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForbidApiIT {
    private static final String ALICE = "RuleType=3&UserId=alice";
    private static final String BOTH = "&DisabledPrivilege[]=1&DisabledPrivilege[]=2";

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
    void aUserRuleIsSetDescribedMetAndDeleted() throws Exception {
        try (var client = new SignalClient(server)) {
            client.send(SignalClient.hello(1));
            assertThat(client.nextAnswer().code()).isZero();
            client.send(SignalClient.login(2, "alice"));
            assertThat(client.nextAnswer().code()).isZero();

            assertThat(call("SetForbidUserRule", ALICE + BOTH + "&EffectiveTime=60"))
                    .contains("\"Code\":0")
                    .containsPattern("\"Data\":\\{\"ExpireTime\":1[0-9]{9}\\}");
            assertThat(nextKick(client).code()).isEqualTo(1002055);
            assertThat(call("DescribeForbidUserRules", "RuleType=3"))
                    .containsPattern(
                            "\"RuleList\":\\[\\{\"RuleType\":3,\"IP\":\"\",\"RoomId\":\"\","
                                    + "\"UserId\":\"alice\",\"DisabledPrivilegeList\":\\[1,2\\],"
                                    + "\"ExpireTime\":1[0-9]{9}\\}\\]");
            assertThat(call("DescribeForbidUserRules", "RuleType=2"))
                    .endsWith("\"Data\":{\"RuleList\":[]}}");
            client.send(SignalClient.login(3, "alice"));
            assertThat(client.nextAnswer().code()).isEqualTo(1002066);

            assertThat(call("DelForbidUserRule", ALICE)).contains("\"Code\":0");
            assertThat(call("DelForbidUserRule", ALICE)).contains("\"Code\":50124");
            client.send(SignalClient.login(4, "alice"));
            assertThat(client.nextAnswer().code()).isZero();
        }
    }

    @Test
    void anAddressIsWhatAProxyNames() throws Exception {
        assertThat(
                        call(
                                "SetForbidUserRule",
                                "RuleType=1&IP=2001:db8::7&DisabledPrivilege[]=1&EffectiveTime=60"))
                .contains("\"Code\":0");
        assertThat(call("DescribeForbidUserRules", "RuleType=1"))
                .contains("\"IP\":\"2001:db8:0:0:0:0:0:7\"");

        assertThat(whipFrom("2001:db8::8").statusCode()).isEqualTo(201);
        HttpResponse<String> refused = whipFrom("192.0.2.66, 2001:DB8:0::7");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("1002066", "Users of this address may not log in");
    }

    private static ServerMessage.KickedOut nextKick(SignalClient client) throws Exception {
        while (true) {
            if (client.next() instanceof ServerMessage.KickedOut kicked) {
                return kicked;
            }
        }
    }

    private HttpResponse<String> whipFrom(String forwardedFor) throws Exception {
        String path = "/whip/" + GatewayFixture.APP + "/room/s" + ++nonces;
        return server.send(
                server.request(path)
                        .header("Authorization", "Bearer " + GatewayFixture.token("whip"))
                        .header("Content-Type", GatewayFixture.SDP)
                        .header("X-Forwarded-For", forwardedFor)
                        .POST(HttpRequest.BodyPublishers.ofString("v=0 an offer"))
                        .build());
    }

    @Test
    void aStreamRuleIsSetDescribedAndDeleted() throws Exception {
        assertThat(
                        call(
                                "SetForbidStreamRule",
                                "RoomId=room&StreamId=s1&DisableVideo=1&EffectiveTime=999999"))
                .contains("\"Code\":0")
                .endsWith("\"Data\":{}}");
        String asked = "RoomId=room&StreamId[]=s1&StreamId[]=s2";
        assertThat(call("DescribeForbidStreamRules", asked))
                .contains("\"RoomId\":\"room\"")
                .containsPattern(
                        "\"StreamId\":\"s1\",\"DisableAudio\":0,\"DisableVideo\":1,"
                                + "\"CreateTime\":1[0-9]{9},\"EffectiveTime\":86400")
                .contains(
                        "\"StreamId\":\"s2\",\"DisableAudio\":0,\"DisableVideo\":0,"
                                + "\"CreateTime\":0,\"EffectiveTime\":0");
        assertThat(call("DelForbidStreamRule", "RoomId=room&StreamId=s1")).contains("\"Code\":0");
        assertThat(call("DelForbidStreamRule", "RoomId=room&StreamId=s1")).contains("\"Code\":0");
        assertThat(call("DescribeForbidStreamRules", asked)).doesNotContain("\"DisableVideo\":1");
    }

    @Test
    void aStreamIsForbiddenAndAllowedAgain() throws Exception {
        String path = "/whip/" + GatewayFixture.APP + "/room/live";
        assertThat(server.offer(path, GatewayFixture.token("host")).statusCode()).isEqualTo(201);
        assertThat(call("DescribeRTCStreamState", "StreamId=live&Sequence=1"))
                .containsPattern("\"create_time\":\"1[0-9]{9}\",\"close_time\":\"\"");

        assertThat(call("ForbidRTCStreams", "StreamId[]=live&StreamId[]=b&Sequence=10"))
                .contains("\"Code\":0");
        assertThat(server.media.openTransports()).isZero();
        assertThat(call("DescribeRTCStreamState", "StreamId=live&Sequence=11"))
                .contains("\"Code\":41004");
        HttpResponse<String> refused = server.offer(path, GatewayFixture.token("host"));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("1003025");

        assertThat(call("ResumeRTCStream", "StreamId=live&Sequence=10")).contains("\"Code\":42002");
        assertThat(call("ForbidRTCStream", "StreamId=live&Sequence=9")).contains("\"Code\":42001");
        assertThat(call("ForbidRTCStreams", "StreamId[]=b&Sequence=9")).contains("\"Code\":42003");
        assertThat(call("ResumeRTCStreams", "StreamId[]=b&Sequence=9")).contains("\"Code\":42004");
        assertThat(call("ResumeRTCStream", "StreamId=live&Sequence=12")).contains("\"Code\":0");
        assertThat(server.offer(path, GatewayFixture.token("host")).statusCode()).isEqualTo(201);
    }

    @Test
    void moreRulesThanThereMayBeAreRefused() throws Exception {
        for (int i = 0; i < 100; i++) {
            server.control
                    .operations()
                    .forbids()
                    .setUserRule(
                            GatewayFixture.APP,
                            Target.address("198.51.100." + i),
                            Set.of(Privilege.LOGIN),
                            Duration.ofMinutes(1));
        }
        assertThat(
                        call(
                                "SetForbidUserRule",
                                "RuleType=1&IP=192.0.2.1&DisabledPrivilege[]=1&EffectiveTime=1"))
                .contains("\"Code\":50123");
    }

    @ParameterizedTest
    @CsvSource({
        "SetForbidUserRule, RuleType=3&UserId=a&DisabledPrivilege[]=2&EffectiveTime=86400, 0",
        "SetForbidUserRule, RuleType=2&RoomId=r&DisabledPrivilege[]=1&EffectiveTime=1, 0",
        "SetForbidUserRule, RuleType=4&RoomId=r&UserId=a&DisabledPrivilege=1&EffectiveTime=1, 0",
        "SetForbidUserRule, UserId=a&DisabledPrivilege[]=2&EffectiveTime=1, 2",
        "SetForbidUserRule, RuleType=5&UserId=a&DisabledPrivilege[]=2&EffectiveTime=1, 2",
        "SetForbidUserRule, RuleType=3&UserId=a&DisabledPrivilege[]=3&EffectiveTime=1, 2",
        "SetForbidUserRule, RuleType=3&UserId=a&EffectiveTime=1, 2",
        "SetForbidUserRule, RuleType=3&UserId=a&DisabledPrivilege[]=1, 2",
        "SetForbidUserRule, RuleType=3&UserId=a&DisabledPrivilege[]=1&EffectiveTime=0, 2",
        "SetForbidUserRule, RuleType=3&UserId=a&DisabledPrivilege[]=1&EffectiveTime=86401, 2",
        "SetForbidUserRule, RuleType=3&RoomId=r&DisabledPrivilege[]=1&EffectiveTime=1, 2",
        "SetForbidUserRule, RuleType=4&UserId=a&DisabledPrivilege[]=1&EffectiveTime=1, 2",
        "SetForbidUserRule, RuleType=1&IP=host.example&DisabledPrivilege[]=1&EffectiveTime=1, 2",
        "SetForbidUserRule, RuleType=1&DisabledPrivilege[]=1&EffectiveTime=1, 2",
        "DescribeForbidUserRules, '', 2",
        "DescribeForbidUserRules, RuleType=0, 2",
        "DelForbidUserRule, RuleType=2&RoomId=none, 50124",
        "DelForbidUserRule, RuleType=2, 2",
        "SetForbidStreamRule, RoomId=r&StreamId=s&DisableAudio=1, 0",
        "SetForbidStreamRule, RoomId=r&StreamId=s, 2",
        "SetForbidStreamRule, RoomId=r&StreamId=s&DisableAudio=0&DisableVideo=0, 2",
        "SetForbidStreamRule, RoomId=r&StreamId=s&DisableAudio=2, 2",
        "SetForbidStreamRule, RoomId=r&StreamId=s&DisableAudio=1&EffectiveTime=0, 2",
        "SetForbidStreamRule, RoomId=r&StreamId=s!&DisableAudio=1, 2",
        "SetForbidStreamRule, StreamId=s&DisableAudio=1, 2",
        "DescribeForbidStreamRules, RoomId=r, 2",
        "DescribeForbidStreamRules, RoomId=r&StreamId[]=a!, 2",
        "DelForbidStreamRule, RoomId=r, 2",
        "ForbidRTCStream, StreamId=s&Sequence=1617249600001, 0",
        "ForbidRTCStream, StreamId=s, 2",
        "ForbidRTCStream, StreamId=s&Sequence=-1, 2",
        "ForbidRTCStream, StreamId=s&Sequence=9999999999999999999, 2",
        "ForbidRTCStream, Sequence=1, 30009",
        "ForbidRTCStream, StreamId=s!&Sequence=1, 30009",
        "ResumeRTCStream, StreamId=never&Sequence=1, 0",
        "ForbidRTCStreams, Sequence=1, 30006",
        "ForbidRTCStreams, StreamId[]=a&StreamId[]=b!&Sequence=1, 30006",
        "ResumeRTCStreams, StreamId[]=a&Sequence=x, 2",
        "DescribeRTCStreamState, StreamId=none&Sequence=1, 41004",
        "DescribeRTCStreamState, StreamId=none, 2",
    })
    void answersWithCodes(String action, String parameters, int code) throws Exception {
        assertThat(call(action, parameters)).startsWith("{\"Code\":" + code + ",");
    }

    @Test
    void listsAreBounded() throws Exception {
        assertThat(call("ForbidRTCStreams", "Sequence=1" + "&StreamId[]=a".repeat(21)))
                .contains("\"Code\":30006");
        assertThat(call("ForbidRTCStreams", "Sequence=1" + "&StreamId[]=a".repeat(20)))
                .contains("\"Code\":0");
        assertThat(call("DescribeForbidStreamRules", "RoomId=r" + "&StreamId[]=a".repeat(11)))
                .contains("\"Code\":2");
    }

    private String call(String action, String parameters) throws Exception {
        String nonce = "nonce" + ++nonces;
        String timestamp = Long.toString(System.currentTimeMillis() / 1000);
        String signature =
                ApiSignature.sign(GatewayFixture.APP, nonce, GatewayFixture.SECRET, timestamp);
        return server.get(
                        "/?Action="
                                + action
                                + "&AppId="
                                + GatewayFixture.APP
                                + "&SignatureVersion=2.0&SignatureNonce="
                                + nonce
                                + "&Timestamp="
                                + timestamp
                                + "&Signature="
                                + signature
                                + "&"
                                + parameters)
                .body();
    }
}
