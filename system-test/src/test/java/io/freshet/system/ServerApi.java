package io.freshet.system;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.json.JSONArray;
import org.json.JSONObject;

/// The server API as a backend of the demo project calls it, signed.
public final class ServerApi {
    private final ServerProcess server;
    private final SecureRandom random = new SecureRandom();

    public ServerApi(ServerProcess server) {
        this.server = server;
    }

    /// Calls an action and returns its answer.
    ///
    /// @param parameters a list is one parameter several times
    public JSONObject call(String action, JSONObject parameters)
            throws IOException, InterruptedException {
        String nonce = Long.toHexString(random.nextLong() | Long.MIN_VALUE);
        long nowS = System.currentTimeMillis() / 1000;
        StringBuilder query = new StringBuilder("/?Action=").append(action);
        append(query, "AppId", Long.toString(server.appId()));
        append(query, "SignatureNonce", nonce);
        append(query, "Timestamp", Long.toString(nowS));
        append(query, "SignatureVersion", "2.0");
        append(query, "Signature", md5(server.appId() + nonce + server.serverSecret() + nowS));
        for (String name : parameters.keySet()) {
            Object value = parameters.get(name);
            if (value instanceof JSONArray items) {
                items.forEach(item -> append(query, name, item.toString()));
            } else {
                append(query, name, value.toString());
            }
        }
        return new JSONObject(server.get(query.toString()));
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
}
