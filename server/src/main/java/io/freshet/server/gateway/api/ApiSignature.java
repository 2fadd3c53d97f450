package io.freshet.server.gateway.api;

import io.freshet.server.control.Project;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;

/// Whether a request to the server API comes from the project's backend: the lower-case hexadecimal
/// MD5 of AppId, SignatureNonce, ServerSecret and Timestamp, one after the other. MD5 is what the
/// API prescribes; serve it over TLS only.
///
/// A nonce is good for one request within the time for which its timestamp is accepted.
final class ApiSignature {
    /// Of those accepted; the oldest are forgotten first, which needs more signed requests in 20
    /// minutes than this.
    static final int MAX_NONCES = 100_000;

    private static final long TOLERANCE_S = 600;
    private static final int MAX_NONCE_CHARACTERS = 64;
    private static final long APP_ID_MAX = 0xFFFF_FFFFL;

    private final LongFunction<Optional<Project>> projects;
    private final ReentrantLock lock = new ReentrantLock();

    /// Nonces, after their AppID, to when their timestamps expire. Only of requests that were
    /// signed properly.
    private final LinkedHashMap<String, Long> used = new LinkedHashMap<>();

    ApiSignature(LongFunction<Optional<Project>> projects) {
        this.projects = projects;
    }

    /// The AppID of a request that is signed properly.
    long check(ApiParameters parameters, long nowSeconds) throws ApiException {
        long appId = appId(parameters.text("AppId"));
        String version = required(parameters, "SignatureVersion", ApiCode.NO_VERSION);
        if (!version.equals("2.0")) {
            throw new ApiException(ApiCode.BAD_VERSION, "SignatureVersion must be 2.0.");
        }
        String nonce = required(parameters, "SignatureNonce", ApiCode.NO_NONCE);
        if (nonce.length() > MAX_NONCE_CHARACTERS) {
            throw new ApiException(
                    ApiCode.NO_NONCE,
                    "SignatureNonce must have at most " + MAX_NONCE_CHARACTERS + " characters.");
        }
        String timestamp = required(parameters, "Timestamp", ApiCode.NO_TIMESTAMP);
        long signedAt = seconds(timestamp);
        String signature = required(parameters, "Signature", ApiCode.NO_SIGNATURE);
        if (Math.abs(nowSeconds - signedAt) > TOLERANCE_S) {
            throw new ApiException(
                    ApiCode.EXPIRED, "Timestamp differs from the server's time by over 10 min.");
        }
        Project project =
                projects.apply(appId)
                        .orElseThrow(() ->
                                new ApiException(
                                        ApiCode.NO_SECRET, "There is no project of this AppId."));
        String expected = sign(appId, nonce, project.serverSecret(), timestamp);
        if (!MessageDigest.isEqual(bytes(expected), bytes(signature))) {
            throw new ApiException(
                    ApiCode.BAD_SIGNATURE,
                    "Signature must be md5(AppId + SignatureNonce + ServerSecret + Timestamp) in"
                            + " lower-case hexadecimal digits.");
        }
        if (!project.online()) {
            throw new ApiException(ApiCode.NO_CONFIGURATION, "The project is not online.");
        }
        if (!useNonce(appId + ":" + nonce, signedAt + TOLERANCE_S, nowSeconds)) {
            throw new ApiException(
                    ApiCode.BAD_SIGNATURE, "The SignatureNonce was used before; make a new one.");
        }
        return appId;
    }

    static String sign(long appId, String nonce, String secret, String timestamp) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("MD5")
                            .digest(bytes(appId + nonce + secret + timestamp));
            return HexFormat.of().formatHex(digest).toLowerCase(Locale.ROOT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }

    int rememberedNonces() {
        lock.lock();
        try {
            return used.size();
        } finally {
            lock.unlock();
        }
    }

    private boolean useNonce(String key, long expiresAt, long nowSeconds) {
        lock.lock();
        try {
            var oldest = used.entrySet().iterator();
            while (oldest.hasNext()) {
                Map.Entry<String, Long> entry = oldest.next();
                if (entry.getValue() >= nowSeconds && used.size() < MAX_NONCES) {
                    break;
                }
                oldest.remove();
            }
            return used.putIfAbsent(key, expiresAt) == null;
        } finally {
            lock.unlock();
        }
    }

    private static String required(ApiParameters parameters, String name, int code)
            throws ApiException {
        String value = parameters.text(name);
        if (value.isEmpty()) {
            throw new ApiException(code, name + " is missing.");
        }
        return value;
    }

    private static long appId(String text) throws ApiException {
        try {
            long appId = Long.parseLong(text);
            if (appId > 0 && appId <= APP_ID_MAX && Long.toString(appId).equals(text)) {
                return appId;
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw new ApiException(ApiCode.BAD_APP_ID, "AppId must be a number from 1 to 4294967295.");
    }

    private static long seconds(String text) throws ApiException {
        if (text.matches("[0-9]{1,12}")) {
            return Long.parseLong(text);
        }
        throw new ApiException(
                ApiCode.BAD_TIMESTAMP, "Timestamp must be seconds since 1970-01-01T00:00:00Z.");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
