package io.freshet.server.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshet.server.gateway.GatewayFixture;
import io.freshet.server.gateway.SignalClient;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// An application's backend that asks a gateway, and those in its rooms.
final class Backend {
    private final GatewayFixture server;
    private int nonces;

    Backend(GatewayFixture server) {
        this.server = server;
    }

    /// The body of the answer; its status is 200 whatever comes of it.
    String call(String action, String parameters) throws Exception {
        return get(signed(action), parameters);
    }

    String get(Map<String, String> signed, String parameters) throws Exception {
        var answer = server.get("/?" + query(signed) + "&" + parameters);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(it -> it.getKey() + "=" + it.getValue())
                .collect(Collectors.joining("&"));
    }

    /// What every request has, signed.
    Map<String, String> signed(String action) {
        String nonce = "nonce" + ++nonces;
        String timestamp = Long.toString(System.currentTimeMillis() / 1000);
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("Action", action);
        parameters.put("AppId", Long.toString(GatewayFixture.APP));
        parameters.put("SignatureVersion", "2.0");
        parameters.put("SignatureNonce", nonce);
        parameters.put("Timestamp", timestamp);
        parameters.put(
                "Signature",
                ApiSignature.sign(GatewayFixture.APP, nonce, GatewayFixture.SECRET, timestamp));
        return parameters;
    }

    /// A client in the room "room".
    SignalClient loggedIn(String user) throws Exception {
        var client = new SignalClient(server);
        client.send(SignalClient.hello(1));
        assertThat(client.nextAnswer().code()).isZero();
        client.send(SignalClient.login(2, user));
        assertThat(client.nextAnswer().code()).isZero();
        return client;
    }

    /// Publishes into the room "room" over WHIP.
    void publish(String user, String stream) throws Exception {
        var created =
                server.offer(
                        "/whip/" + GatewayFixture.APP + "/room/" + stream,
                        GatewayFixture.token(user));
        assertThat(created.statusCode()).isEqualTo(201);
    }
}
