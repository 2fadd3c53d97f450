package io.freshet.protocol.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.freshet.protocol.ErrorCode;
import io.freshet.protocol.Vectors;
import io.freshet.protocol.json.JsonArray;
import io.freshet.protocol.json.JsonInteger;
import io.freshet.protocol.json.JsonLiteral;
import io.freshet.protocol.json.JsonObject;
import io.freshet.protocol.json.JsonString;
import io.freshet.protocol.token.Token04.Mode;
import io.freshet.protocol.token.TokenArgumentException.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class Token04Test {

    private static final String SECRET = "fa94dd0f974cf2e293728a526b028271";
    private static final long APP_ID = 1234567890L;
    private static final long NOW = 1_700_000_000L;

    static Stream<Arguments> accepted() {
        return vectors("tokens-accepted.json");
    }

    static Stream<Arguments> refused() {
        return vectors("tokens-refused.json");
    }

    private static Stream<Arguments> vectors(String file) {
        return Vectors.in(file).stream()
                .map(vector -> Arguments.of(Vectors.text(vector, "name"), vector));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("accepted")
    void readsTheClaimsOfAGoodToken(String name, JsonObject vector) {
        JsonObject claims = (JsonObject) vector.at("claims");
        JsonObject payload = (JsonObject) claims.at("payload");

        assertThat(verify(vector))
                .as(name)
                .isEqualTo(
                        new TokenVerdict.Accepted(
                                new TokenClaims(
                                        Vectors.number(vector, "appId"),
                                        Vectors.text(vector, "userId"),
                                        Vectors.number(claims, "issuedAt"),
                                        Vectors.number(claims, "expiresAt"),
                                        (int) Vectors.number(claims, "nonce"),
                                        new RoomPayload(
                                                Vectors.text(payload, "roomId"),
                                                payload.at("login") == JsonLiteral.TRUE,
                                                payload.at("publish") == JsonLiteral.TRUE,
                                                texts(payload, "streamIds")))));
    }

    @Test
    void generatesTheReferenceTokensByteForByte() {
        List<JsonObject> made =
                Vectors.in("tokens-accepted.json").stream()
                        .filter(vector -> vector.has("made"))
                        .toList();
        assertThat(made).hasSize(3);

        for (JsonObject vector : made) {
            JsonObject how = (JsonObject) vector.at("made");
            JsonObject plain = Vectors.object(Vectors.text(how, "plain"));
            Mode mode = Vectors.text(how, "mode").equals("cbc") ? Mode.CBC : Mode.GCM;
            TokenRequest request =
                    new TokenRequest(APP_ID, "demo", 3600, Vectors.text(plain, "payload"));

            assertThat(
                            Token04.generate(
                                    request,
                                    SECRET,
                                    mode,
                                    NOW,
                                    new FixedRandom(Vectors.text(how, "iv"), 1)))
                    .isEqualTo(Vectors.text(vector, "token"));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void refusesABadTokenWithItsCodeAndASentence(String name, JsonObject vector) {
        assertThat(verify(vector))
                .as(name)
                .isInstanceOfSatisfying(
                        TokenVerdict.Refused.class,
                        refusal -> {
                            assertThat(refusal.code().code())
                                    .isEqualTo((int) Vectors.number(vector, "code"));
                            assertThat(refusal.sentence()).endsWith(".").doesNotContain("demo");
                        });
    }

    @Test
    void refusesWrongSecretsAndChangesOnTheWayInTheSameWords() {
        List<String> sentences =
                Vectors.in("tokens-refused.json").stream()
                        .filter(vector -> Vectors.number(vector, "code") == 1002033)
                        .map(vector -> ((TokenVerdict.Refused) verify(vector)).sentence())
                        .distinct()
                        .toList();

        assertThat(sentences)
                .containsExactly(ErrorCode.ROOM_ERROR_AUTHENTICATION_FAILED.sentence());
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void verifiesWhatItGenerates(Mode mode) {
        Random random = new Random(4);
        for (int length = 1; length <= 64; length++) { // every length of padding
            String userId = "u".repeat(length);
            RoomPayload payload = new RoomPayload("raum-ü", true, false, List.of("a", "b"));
            String token =
                    Token04.generate(
                            new TokenRequest(APP_ID, userId, 60, payload.toJson()),
                            SECRET,
                            mode,
                            NOW,
                            random);

            TokenVerdict verdict = Token04.verify(token, SECRET, APP_ID, userId, NOW + 59);
            assertThat(verdict)
                    .isInstanceOfSatisfying(
                            TokenVerdict.Accepted.class,
                            it -> {
                                assertThat(it.claims().payload()).isEqualTo(payload);
                                assertThat(it.claims().issuedAtSeconds()).isEqualTo(NOW);
                                assertThat(it.claims().expiresAtSeconds()).isEqualTo(NOW + 60);
                            });
            assertThat(codeOf(Token04.verify(token, SECRET, APP_ID, userId, NOW + 60)))
                    .isEqualTo(ErrorCode.ROOM_TOKEN_EXPIRE_ERROR);
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void neverMakesTheSameTokenTwice(Mode mode) {
        Random random = new Random(5);
        Set<String> tokens = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            tokens.add(
                    Token04.generate(
                            new TokenRequest(APP_ID, "demo", 60, ""), SECRET, mode, NOW, random));
        }

        assertThat(tokens).hasSize(100);
    }

    @Test
    void takesTheUserFromTheTokenWhereNobodyElseNamesOne() {
        String token = Vectors.text(Vectors.in("tokens-accepted.json").get(0), "token");

        assertThat(Token04.verify(token, SECRET, APP_ID, NOW))
                .isInstanceOfSatisfying(
                        TokenVerdict.Accepted.class,
                        it -> assertThat(it.claims().userId()).isEqualTo("demo"));
    }

    @Test
    void detectsEveryChangedBitInGcm() {
        String token = Vectors.text(Vectors.in("tokens-accepted.json").get(2), "token");
        byte[] bytes = Base64.getDecoder().decode(token.substring(2));

        for (int bit = 0; bit < bytes.length * 8; bit++) {
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
            String changed = "04" + Base64.getEncoder().encodeToString(bytes);
            assertThat(codeOf(Token04.verify(changed, SECRET, APP_ID, "demo", NOW)))
                    .as("bit %d", bit)
                    .isIn(
                            ErrorCode.ROOM_ERROR_AUTHENTICATION_FAILED,
                            ErrorCode.ROOM_TOKEN_FORMAT_ERROR);
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
        }
    }

    @Test
    void neverAcceptsAnotherUserOfAChangedTokenInCbc() {
        String token = Vectors.text(Vectors.in("tokens-accepted.json").get(0), "token");
        byte[] bytes = Base64.getDecoder().decode(token.substring(2));

        for (int bit = 0; bit < bytes.length * 8; bit++) {
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
            String changed = "04" + Base64.getEncoder().encodeToString(bytes);
            assertThat(Token04.verify(changed, SECRET, APP_ID, "eve", NOW))
                    .isInstanceOf(TokenVerdict.Refused.class);
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
        }
    }

    static Stream<Arguments> badArguments() {
        return Stream.of(
                Arguments.of(Problem.APP_ID, 1, request(0, "u", 60, ""), SECRET),
                Arguments.of(Problem.APP_ID, 1, request(-1, "u", 60, ""), SECRET),
                Arguments.of(Problem.APP_ID, 1, request(1L << 32, "u", 60, ""), SECRET),
                Arguments.of(Problem.USER_ID, 3, request(1, "", 60, ""), SECRET),
                Arguments.of(Problem.USER_ID, 3, request(1, "u".repeat(65), 60, ""), SECRET),
                Arguments.of(Problem.USER_ID, 3, request(1, "é".repeat(33), 60, ""), SECRET),
                Arguments.of(Problem.SECRET, 5, request(1, "u", 60, ""), ""),
                Arguments.of(Problem.SECRET, 5, request(1, "u", 60, ""), SECRET + "0"),
                Arguments.of(Problem.SECRET, 5, request(1, "u", 60, ""), "é".repeat(32)),
                Arguments.of(Problem.VALIDITY, 6, request(1, "u", 0, ""), SECRET),
                Arguments.of(Problem.VALIDITY, 6, request(1, "u", -60, ""), SECRET),
                Arguments.of(Problem.OTHER, -1, request(1, "u", Long.MAX_VALUE, ""), SECRET),
                Arguments.of(Problem.OTHER, -1, request(1, "u", 60, "x".repeat(12_200)), SECRET),
                Arguments.of(Problem.OTHER, -1, request(1, "u", 60, "x".repeat(90_000)), SECRET));
    }

    @ParameterizedTest
    @MethodSource("badArguments")
    void saysWhichArgumentCannotBeUsed(
            Problem problem, int code, TokenRequest request, String secret) {
        TokenArgumentException refusal =
                catchThrowableOfType(
                        TokenArgumentException.class,
                        () -> Token04.generate(request, secret, Mode.CBC, NOW, new Random(6)));

        assertThat(refusal.problem()).isEqualTo(problem);
        assertThat(refusal.problem().code()).isEqualTo(code);
        assertThat(refusal).hasMessageEndingWith(".");
    }

    @Test
    void takesALongPayload() {
        String payload = new RoomPayload("r", true, true, List.of("s".repeat(11_000))).toJson();
        String token =
                Token04.generate(request(1, "u", 60, payload), SECRET, Mode.CBC, 0, new Random(7));

        assertThat(Token04.verify(token, SECRET, 1, "u", 0))
                .isInstanceOf(TokenVerdict.Accepted.class);
    }

    @ParameterizedTest
    @CsvSource({
        // room of payload, login, publish, streams | room, stream | may login, may publish
        "'',  true,  true,  '',    r, s, true,  true",
        "r,   true,  true,  '',    r, s, true,  true",
        "r,   true,  true,  '',    R, s, false, false",
        "r,   false, true,  '',    r, s, false, true",
        "r,   true,  false, '',    r, s, true,  false",
        "r,   true,  true,  's t', r, s, true,  true",
        "r,   true,  true,  's t', r, t, true,  true",
        "r,   true,  true,  's t', r, x, true,  false",
        "'',  true,  true,  's t', q, x, true,  false",
    })
    void payloadAllowsWhatItGrants(
            String payloadRoom,
            boolean login,
            boolean publish,
            String streams,
            String room,
            String stream,
            boolean mayLogin,
            boolean mayPublish) {
        List<String> streamIds = streams.isEmpty() ? List.of() : List.of(streams.split(" ", -1));
        RoomPayload payload = new RoomPayload(payloadRoom, login, publish, streamIds);

        assertThat(payload.allowsLogin(room)).isEqualTo(mayLogin);
        assertThat(payload.allowsPublish(room, stream)).isEqualTo(mayPublish);
    }

    private static TokenRequest request(
            long appId, String userId, long validSeconds, String payload) {
        return new TokenRequest(appId, userId, validSeconds, payload);
    }

    private static TokenVerdict verify(JsonObject vector) {
        return Token04.verify(
                Vectors.text(vector, "token"),
                Vectors.text(vector, "secret"),
                ((JsonInteger) vector.at("appId")).value(),
                Vectors.text(vector, "userId"),
                Vectors.number(vector, "now"));
    }

    private static ErrorCode codeOf(TokenVerdict verdict) {
        return ((TokenVerdict.Refused) verdict).code();
    }

    private static List<String> texts(JsonObject object, String member) {
        return ((JsonArray) object.at(member))
                .items().stream().map(item -> ((JsonString) item).value()).toList();
    }

    /// Gives this vector and this nonce.
    private static final class FixedRandom extends Random {
        private static final long serialVersionUID = 1L;

        private final String iv;
        private final int nonce;

        FixedRandom(String iv, int nonce) {
            this.iv = iv;
            this.nonce = nonce;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(iv.getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, bytes.length);
        }

        @Override
        public int nextInt() {
            return nonce;
        }
    }
}
