package io.freshet.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshet.protocol.json.JsonObject;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AppSignProofTest {

    private static final String APP_SIGN = "0123456789abcdef".repeat(4);

    static Stream<Arguments> proofs() {
        return Vectors.in("app-sign-proofs.json").stream()
                .map(vector -> Arguments.of(Vectors.text(vector, "name"), vector));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("proofs")
    void computesTheProofsOfTheVectors(String name, JsonObject vector) {
        String proof =
                AppSignProof.compute(
                        Vectors.text(vector, "appSign"),
                        Vectors.text(vector, "nonce"),
                        Vectors.number(vector, "appId"));

        assertThat(proof).as(name).isEqualTo(Vectors.text(vector, "proof"));
    }

    @Test
    void acceptsTheProofForThisNonceAndAppIdOnly() {
        String proof = AppSignProof.compute(APP_SIGN, "nonce", 7);

        assertThat(AppSignProof.verify(proof, APP_SIGN, "nonce", 7)).isTrue();
        assertThat(AppSignProof.verify(proof, APP_SIGN, "nonce2", 7)).isFalse();
        assertThat(AppSignProof.verify(proof, APP_SIGN, "nonce", 8)).isFalse();
        assertThat(AppSignProof.verify(proof, "f".repeat(64), "nonce", 7)).isFalse();
    }

    @Test
    void refusesProofsOfAnyOtherForm() {
        String proof = AppSignProof.compute(APP_SIGN, "nonce", 7);

        assertThat(AppSignProof.verify("", APP_SIGN, "nonce", 7)).isFalse();
        assertThat(AppSignProof.verify(proof.substring(1), APP_SIGN, "nonce", 7)).isFalse();
        assertThat(AppSignProof.verify(proof + "0", APP_SIGN, "nonce", 7)).isFalse();
        assertThat(AppSignProof.verify(APP_SIGN, APP_SIGN, "nonce", 7)).isFalse();
    }

    static Stream<Arguments> appSigns() {
        return Stream.of(
                Arguments.of(null, ErrorCode.ENGINE_APPSIGN_NULL),
                Arguments.of("", ErrorCode.ENGINE_APPSIGN_NULL),
                Arguments.of("a", ErrorCode.ENGINE_APPSIGN_INVALID_LENGTH),
                Arguments.of("a".repeat(63), ErrorCode.ENGINE_APPSIGN_INVALID_LENGTH),
                Arguments.of("a".repeat(65), ErrorCode.ENGINE_APPSIGN_INVALID_LENGTH),
                Arguments.of("a".repeat(63) + "g", ErrorCode.ENGINE_APPSIGN_INVALID_CHARACTER),
                Arguments.of("a".repeat(63) + "/", ErrorCode.ENGINE_APPSIGN_INVALID_CHARACTER),
                Arguments.of("a".repeat(63) + ":", ErrorCode.ENGINE_APPSIGN_INVALID_CHARACTER),
                Arguments.of("a".repeat(63) + "@", ErrorCode.ENGINE_APPSIGN_INVALID_CHARACTER),
                Arguments.of("٣".repeat(64), ErrorCode.ENGINE_APPSIGN_INVALID_CHARACTER),
                Arguments.of(APP_SIGN, ErrorCode.COMMON_SUCCESS),
                Arguments.of("0123456789ABCDEF".repeat(4), ErrorCode.COMMON_SUCCESS));
    }

    @ParameterizedTest
    @MethodSource("appSigns")
    void knowsTheFormOfAnAppSign(String appSign, ErrorCode code) {
        assertThat(AppSignProof.checkAppSign(appSign)).isEqualTo(code);
    }

    @Test
    void computesNothingWithSomethingElse() {
        assertThatThrownBy(() -> AppSignProof.compute("a", "nonce", 7))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("64 characters");
    }
}
