package io.freshet.protocol.token;

import io.freshet.protocol.ErrorCode;
import io.freshet.protocol.Identifiers;
import io.freshet.protocol.Limits;
import io.freshet.protocol.json.JsonException;
import io.freshet.protocol.json.JsonInteger;
import io.freshet.protocol.json.JsonLiteral;
import io.freshet.protocol.json.JsonObject;
import io.freshet.protocol.json.JsonReader;
import io.freshet.protocol.json.JsonString;
import io.freshet.protocol.json.JsonValue;
import io.freshet.protocol.json.JsonWriter;
import io.freshet.protocol.token.TokenArgumentException.Problem;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Makes and verifies tokens of version 04: who a user is and what they may do, as JSON encrypted
/// with the ServerSecret that the application's backend and the server share.
///
/// Times are Unix seconds and come from the caller, as does randomness.
public final class Token04 {

    /// How the inside is encrypted.
    public enum Mode {
        /// AES-CBC: what existing token generators make. It does not detect every change made to a
        /// token; see `protocol/spec/tokens.md`.
        CBC(0, 16),
        /// AES-GCM: detects every change.
        GCM(1, 12);

        private final int number;
        private final int ivLength;

        Mode(int number, int ivLength) {
            this.number = number;
            this.ivLength = ivLength;
        }

        static Optional<Mode> of(int number) {
            return number == 0 || number == 1
                    ? Optional.of(number == 0 ? CBC : GCM)
                    : Optional.empty();
        }

        int number() {
            return number;
        }

        int ivLength() {
            return ivLength;
        }

        boolean canHaveLength(int cipherLength) {
            return this == CBC
                    ? cipherLength > 0 && cipherLength % TokenCipher.BLOCK_LENGTH == 0
                    : cipherLength >= TokenCipher.GCM_TAG_LENGTH;
        }
    }

    private static final String VERSION = "04";

    /// What a generator accepts; a login is stricter by one byte ([Limits#USER_ID_MAX_BYTES]).
    private static final int USER_ID_MAX_BYTES = 64;

    private static final int SECRET_LENGTH = 32;

    /// Of the JSON inside and of the payload within it, both shorter than the token itself.
    private static final JsonReader.Limits JSON_LIMITS =
            new JsonReader.Limits(Limits.TOKEN_MAX_LENGTH, 4);

    private Token04() {}

    /// Makes a token.
    ///
    /// `random` gives the initialization vector and the nonce: a `SecureRandom` outside of tests.
    ///
    /// Throws [TokenArgumentException].
    public static String generate(
            TokenRequest request, String serverSecret, Mode mode, long nowSeconds, Random random) {
        check(request, serverSecret);
        byte[] iv = new byte[mode.ivLength()];
        random.nextBytes(iv);
        long expire;
        try {
            expire = Math.addExact(nowSeconds, request.validSeconds());
        } catch (ArithmeticException e) {
            throw new TokenArgumentException(Problem.OTHER, "The token would never expire.");
        }
        String plain =
                new JsonWriter()
                        .beginObject()
                        .member("app_id", request.appId())
                        .member("user_id", request.userId())
                        .member("nonce", random.nextInt())
                        .member("ctime", nowSeconds)
                        .member("expire", expire)
                        .member("payload", request.payload())
                        .endObject()
                        .toString();
        String token = seal(plain, expire, serverSecret, mode, iv);
        if (token.length() > Limits.TOKEN_MAX_LENGTH) {
            throw new TokenArgumentException(Problem.OTHER, "The payload is too long.");
        }
        return token;
    }

    private static void check(TokenRequest request, String serverSecret) {
        if (request.appId() < 1 || request.appId() > Limits.APP_ID_MAX) {
            throw new TokenArgumentException(
                    Problem.APP_ID, "The AppID is not between 1 and 4294967295.");
        }
        int userIdLength = Identifiers.utf8Length(request.userId());
        if (userIdLength == 0 || userIdLength > USER_ID_MAX_BYTES) {
            throw new TokenArgumentException(
                    Problem.USER_ID, "The userID does not have 1 to 64 bytes.");
        }
        if (Identifiers.utf8Length(serverSecret) != SECRET_LENGTH) {
            throw new TokenArgumentException(
                    Problem.SECRET, "The ServerSecret does not have 32 bytes.");
        }
        if (request.validSeconds() <= 0) {
            throw new TokenArgumentException(
                    Problem.VALIDITY, "The token would not be valid for a second.");
        }
        if (Identifiers.utf8Length(request.payload()) > Limits.TOKEN_MAX_LENGTH) {
            throw new TokenArgumentException(Problem.OTHER, "The payload is too long.");
        }
    }

    /// A token with this text inside, whatever it says.
    static String seal(String plain, long expire, String serverSecret, Mode mode, byte[] iv) {
        try {
            byte[] cipher =
                    TokenCipher.encrypt(
                            mode,
                            serverSecret.getBytes(StandardCharsets.UTF_8),
                            iv,
                            plain.getBytes(StandardCharsets.UTF_8));
            if (!TokenFrame.fits(cipher.length)) {
                throw new TokenArgumentException(Problem.OTHER, "The payload is too long.");
            }
            return VERSION + new TokenFrame(expire, iv, cipher, mode).toBase64();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this platform has no AES", e);
        }
    }

    /// Verifies the token of the user `userId` at `nowSeconds`. Both modes are accepted, and
    /// secrets of 16, 24 and 32 bytes.
    public static TokenVerdict verify(
            String token, String serverSecret, long appId, String userId, long nowSeconds) {
        return verifyFor(token, serverSecret, appId, userId, nowSeconds);
    }

    /// Verifies a token where nothing else says who the user is: on WHIP and WHEP.
    public static TokenVerdict verify(
            String token, String serverSecret, long appId, long nowSeconds) {
        return verifyFor(token, serverSecret, appId, null, nowSeconds);
    }

    private static TokenVerdict verifyFor(
            String token,
            String serverSecret,
            long appId,
            @Nullable String userId,
            long nowSeconds) {
        if (token.isEmpty()) {
            return refused(ErrorCode.ROOM_NO_TOKEN);
        } else if (token.length() > Limits.TOKEN_MAX_LENGTH) {
            return refused(ErrorCode.ROOM_TOKEN_FORMAT_ERROR);
        } else if (!token.startsWith(VERSION)) {
            return refused(
                    hasOtherVersion(token)
                            ? ErrorCode.ROOM_TOKEN_VERSION_ERROR
                            : ErrorCode.ROOM_TOKEN_FORMAT_ERROR);
        }
        Optional<TokenFrame> frame = TokenFrame.tryRead(token.substring(VERSION.length()));
        if (!frame.isPresent()) {
            return refused(ErrorCode.ROOM_TOKEN_FORMAT_ERROR);
        }
        Optional<JsonObject> inside;
        try {
            inside = open(frame.get(), serverSecret);
        } catch (GeneralSecurityException e) {
            return refused(ErrorCode.ROOM_TOKEN_INNER_ERROR);
        }
        if (!inside.isPresent()) {
            return refused(ErrorCode.ROOM_ERROR_AUTHENTICATION_FAILED);
        }
        return judge(inside.get(), frame.get().expire, appId, userId, nowSeconds);
    }

    /// What a token says inside, good or not, for who wants to know what is wrong with it; empty if
    /// this secret does not open it.
    public static Optional<JsonObject> inside(String token, String serverSecret) {
        if (token.length() > Limits.TOKEN_MAX_LENGTH || !token.startsWith(VERSION)) {
            return Optional.empty();
        }
        Optional<TokenFrame> frame = TokenFrame.tryRead(token.substring(VERSION.length()));
        try {
            return frame.isPresent() ? open(frame.get(), serverSecret) : Optional.empty();
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private static boolean hasOtherVersion(String token) {
        return token.length() >= 2
                && token.charAt(0) == '0'
                && token.charAt(1) >= '0'
                && token.charAt(1) <= '9';
    }

    /// Everything that a wrong secret or a change on the way can bring about ends here, in the same
    /// empty answer.
    private static Optional<JsonObject> open(TokenFrame frame, String serverSecret)
            throws GeneralSecurityException {
        byte[] key = serverSecret.getBytes(StandardCharsets.UTF_8);
        Optional<String> plain = TokenCipher.decrypt(frame, key);
        try {
            return plain.isPresent()
                    ? Optional.of(JsonReader.readObject(plain.get(), JSON_LIMITS))
                    : Optional.empty();
        } catch (JsonException e) {
            return Optional.empty();
        }
    }

    private static TokenVerdict judge(
            JsonObject inside,
            long outerExpire,
            long appId,
            @Nullable String userId,
            long nowSeconds) {
        if (!(inside.at("app_id") instanceof JsonInteger app)) {
            return refused(ErrorCode.ROOM_TOKEN_APPID_ERROR, "The token's app_id is no integer.");
        } else if (app.value() != appId) {
            return refused(
                    ErrorCode.ROOM_TOKEN_APPID_ERROR, "The token was made for another AppID.");
        }
        if (!(inside.at("user_id") instanceof JsonString user)) {
            return refused(ErrorCode.ROOM_TOKEN_USERID_ERROR, "The token's user_id is no string.");
        } else if (userId != null && !user.value().equals(userId)) {
            return refused(
                    ErrorCode.ROOM_TOKEN_USERID_ERROR, "The token was made for another userID.");
        }
        if (!(inside.at("ctime") instanceof JsonInteger ctime)) {
            return refused(ErrorCode.ROOM_TOKEN_EXPIRE_ERROR, "The token's ctime is no integer.");
        }
        if (!(inside.at("expire") instanceof JsonInteger expire)) {
            return refused(ErrorCode.ROOM_TOKEN_EXPIRE_ERROR, "The token's expire is no integer.");
        } else if (expire.value() != outerExpire) {
            return refused(ErrorCode.ROOM_ERROR_AUTHENTICATION_FAILED);
        } else if (nowSeconds >= expire.value()) {
            return refused(
                    ErrorCode.ROOM_TOKEN_EXPIRE_ERROR,
                    "The token has expired: fetch a new token from your backend.");
        }
        if (!(inside.at("nonce") instanceof JsonInteger nonce
                && nonce.value() == (int) nonce.value())) {
            return refused(ErrorCode.ROOM_TOKEN_NONCETYPE_ERROR);
        }
        try {
            return new TokenVerdict.Accepted(
                    new TokenClaims(
                            app.value(),
                            user.value(),
                            ctime.value(),
                            expire.value(),
                            (int) nonce.value(),
                            payload(inside.at("payload"))));
        } catch (RoomPayload.FormatException e) {
            return refused(ErrorCode.ROOM_TOKEN_FORMAT_ERROR, String.valueOf(e.getMessage()));
        }
    }

    private static RoomPayload payload(JsonValue payload) throws RoomPayload.FormatException {
        if (payload == JsonLiteral.NULL) {
            return RoomPayload.UNRESTRICTED;
        } else if (payload instanceof JsonString text) {
            return RoomPayload.parse(text.value(), JSON_LIMITS);
        }
        throw new RoomPayload.FormatException("The token's payload is no string.");
    }

    private static TokenVerdict refused(ErrorCode code) {
        return refused(code, code.sentence());
    }

    private static TokenVerdict refused(ErrorCode code, String sentence) {
        return new TokenVerdict.Refused(code, sentence);
    }
}
