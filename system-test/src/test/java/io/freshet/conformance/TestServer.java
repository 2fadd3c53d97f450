package io.freshet.conformance;

import io.freshet.protocol.token.RoomPayload;
import io.freshet.protocol.token.Token04;
import io.freshet.protocol.token.TokenRequest;
import io.freshet.system.ServerProcess;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.json.JSONArray;
import org.json.JSONObject;

/// A server of one of the configurations in `conformance/servers`, and what a backend of its demo
/// project does: tokens and the server API.
final class TestServer implements AutoCloseable {
    private static final String NOT_THE_SECRET = "0".repeat(32);

    private final ServerProcess process;
    private final SecureRandom random = new SecureRandom();
    private final HttpClient http = HttpClient.newHttpClient();

    TestServer(String name, Path directory) throws IOException, TimeoutException {
        Files.createDirectories(directory);
        process =
                new ServerProcess(
                        directory,
                        Files.readString(
                                Scenario.directory().resolve("servers").resolve(name + ".yaml")));
    }

    ServerProcess process() {
        return process;
    }

    /// @param described as `$token` in scenarios
    String token(JSONObject described) {
        long nowS = System.currentTimeMillis() / 1000;
        long validS = described.getLong("validSeconds");
        // The generator makes none that is expired: that one was made some time ago.
        long madeS = validS > 0 ? nowS : nowS + validS - 1;
        boolean bare =
                !described.has("roomID")
                        && !described.has("login")
                        && !described.has("publish")
                        && !described.has("streamIDs");
        RoomPayload payload =
                new RoomPayload(
                        described.optString("roomID", ""),
                        described.optBoolean("login", true),
                        described.optBoolean("publish", true),
                        texts(described.optJSONArray("streamIDs", new JSONArray())));
        return Token04.generate(
                new TokenRequest(
                        process.appId() + (described.has("appID") ? 1 : 0),
                        described.getString("userID"),
                        validS > 0 ? validS : 1,
                        bare ? "" : payload.toJson()),
                described.has("secret") ? NOT_THE_SECRET : process.serverSecret(),
                Token04.Mode.GCM,
                madeS,
                random);
    }

    private static List<String> texts(JSONArray array) {
        return array.toList().stream().map(String.class::cast).toList();
    }

    /// Calls an action of the server API.
    JSONObject api(String action, JSONObject parameters) throws IOException, InterruptedException {
        String nonce = Long.toHexString(random.nextLong() | Long.MIN_VALUE);
        long nowS = System.currentTimeMillis() / 1000;
        StringBuilder query = new StringBuilder("/?Action=").append(action);
        append(query, "AppId", Long.toString(process.appId()));
        append(query, "SignatureNonce", nonce);
        append(query, "Timestamp", Long.toString(nowS));
        append(query, "SignatureVersion", "2.0");
        append(query, "Signature", md5(process.appId() + nonce + process.serverSecret() + nowS));
        for (String name : parameters.keySet()) {
            Object value = parameters.get(name);
            if (value instanceof JSONArray items) {
                items.forEach(item -> append(query, name, item.toString()));
            } else {
                append(query, name, value.toString());
            }
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create(process.url() + query)).build();
        return new JSONObject(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    private static void append(StringBuilder query, String name, String value) {
        query.append('&')
                .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    private static String md5(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("MD5")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
        process.close();
    }
}
