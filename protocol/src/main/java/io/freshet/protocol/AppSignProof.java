package io.freshet.protocol;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Shows in a [io.freshet.protocol.message.ClientMessage.Hello] that the client knows the AppSign
/// of its AppID, without the AppSign crossing the wire:
///
/// ```
/// proof = lower-case hex( HMAC-SHA256( key, text ) )              (RFC 2104, RFC 6234)
/// key   = the 32 bytes that the 64 hexadecimal digits of the AppSign stand for
/// text  = UTF-8 of "freshet-app-sign-1" LF nonce LF appId        (appId in decimal)
/// ```
///
/// The nonce is the one of the connection's [io.freshet.protocol.message.ServerMessage.Welcome], so
/// that a proof is good for one connection only.
public final class AppSignProof {

    private static final String PURPOSE = "freshet-app-sign-1";
    private static final int APP_SIGN_LENGTH = 64;
    private static final String ALGORITHM = "HmacSHA256";

    private AppSignProof() {}

    /// Whether the text has the form of an AppSign: 64 hexadecimal digits.
    public static ErrorCode checkAppSign(@Nullable String appSign) {
        if (appSign == null || appSign.isEmpty()) {
            return ErrorCode.ENGINE_APPSIGN_NULL;
        } else if (appSign.length() != APP_SIGN_LENGTH) {
            return ErrorCode.ENGINE_APPSIGN_INVALID_LENGTH;
        }
        for (int i = 0; i < APP_SIGN_LENGTH; i++) {
            if (hexDigit(appSign.charAt(i)) < 0) {
                return ErrorCode.ENGINE_APPSIGN_INVALID_CHARACTER;
            }
        }
        return ErrorCode.COMMON_SUCCESS;
    }

    /// The proof for a connection; `appSign` must have passed [#checkAppSign].
    public static String compute(String appSign, String nonce, long appId) {
        ErrorCode form = checkAppSign(appSign);
        if (!form.isSuccess()) {
            throw new IllegalArgumentException(form.sentence());
        }
        byte[] key = new byte[APP_SIGN_LENGTH / 2];
        for (int i = 0; i < key.length; i++) {
            key[i] =
                    (byte)
                            (hexDigit(appSign.charAt(2 * i)) << 4
                                    | hexDigit(appSign.charAt(2 * i + 1)));
        }
        String text = PURPOSE + "\n" + nonce + "\n" + appId;
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return hex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this platform has no " + ALGORITHM, e);
        }
    }

    /// Whether the proof is right, in a time that does not tell how much of it is.
    public static boolean verify(String proof, String appSign, String nonce, long appId) {
        return MessageDigest.isEqual(
                proof.getBytes(StandardCharsets.UTF_8),
                compute(appSign, nonce, appId).getBytes(StandardCharsets.UTF_8));
    }

    /// -1 for what is no digit. Not `Character.digit`, which knows digits of every script.
    private static int hexDigit(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        int letter = c | 0x20;
        return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
    }

    private static String hex(byte[] bytes) {
        StringBuilder hex = new StringBuilder(2 * bytes.length);
        for (byte b : bytes) {
            hex.append(Character.forDigit(b >> 4 & 15, 16)).append(Character.forDigit(b & 15, 16));
        }
        return hex.toString();
    }
}
