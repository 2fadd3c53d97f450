package io.freshet.server.callback;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Proves to a backend that a callback is ours: SHA-1, in lower-case hexadecimal, of secret,
/// timestamp and nonce, sorted as texts and joined. Existing backends verify just that.
public final class CallbackSignature {
    private CallbackSignature() {}

    public static String of(String callbackSecret, String timestamp, String nonce) {
        String joined =
                Stream.of(callbackSecret, timestamp, nonce).sorted().collect(Collectors.joining());
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-1")
                            .digest(joined.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }
}
