package io.freshet.server.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.freshet.protocol.message.ResourceMode;
import io.freshet.server.control.Project;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiSignatureTest {
    private static final long APP = 1234567890L;
    private static final String SECRET = "fa94dd0f974cf2e293728a526b028271";
    private static final long NOW = 1_700_000_000L;
    private static final String VECTOR = "cc040de47db6a2bea5d1e53cb5c497ef";

    private final ApiSignature signature =
            new ApiSignature(appId ->
                    appId == APP
                            ? Optional.of(
                                    new Project(
                                            APP,
                                            "ab".repeat(32),
                                            SECRET,
                                            true,
                                            false,
                                            ResourceMode.RTC,
                                            Set.of()))
                            : Optional.empty());

    @Test
    void signsTheDocumentedVector() {
        assertThat(ApiSignature.sign(APP, "0123456789abcdef", SECRET, "1700000000"))
                .isEqualTo(VECTOR);
    }

    @Test
    void acceptsANonceOnce() throws Exception {
        assertThat(signature.check(vector(), NOW)).isEqualTo(APP);
        assertThat(refusal(vector(), NOW + 600)).isEqualTo(ApiCode.BAD_SIGNATURE);
        assertThat(signature.rememberedNonces()).isOne();
    }

    @Test
    void aProjectThatIsNotOnlineIsNotServed() {
        var offline =
                new ApiSignature(appId ->
                        Optional.of(
                                new Project(
                                        APP,
                                        "ab".repeat(32),
                                        SECRET,
                                        false,
                                        false,
                                        ResourceMode.RTC,
                                        Set.of())));
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> offline.check(vector(), NOW))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ApiCode.NO_CONFIGURATION));
    }

    @ParameterizedTest
    @CsvSource({"-600, 0", "600, 0", "-601, 100000004", "601, 100000004"})
    void acceptsTenMinutesEitherWay(long offset, int code) {
        assertThat(refusal(vector(), NOW + offset)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "AppId=1234567890, AppId=, 100000001",
        "AppId=1234567890, AppId=x, 100000001",
        "AppId=1234567890, AppId=4294967296, 100000001",
        "AppId=1234567890, AppId=01234567890, 100000001",
        "AppId=1234567890, AppId=77, 100000010",
        "Timestamp=1700000000, Timestamp=, 100000002",
        "Timestamp=1700000000, Timestamp=-1, 100000003",
        "Timestamp=1700000000, Timestamp=1700000000000000, 100000003",
        "Timestamp=1700000000, Timestamp=1700000001, 100000005",
        "SignatureNonce=0123456789abcdef, SignatureNonce=, 100000008",
        "Signature=cc, Signature=dd, 100000005",
        "Signature=cc040de47db6a2bea5d1e53cb5c497ef, Signature=, 100000009",
        "SignatureVersion=2.0, SignatureVersion=, 100000013",
        "SignatureVersion=2.0, SignatureVersion=1.0, 100000014",
    })
    void namesWhatIsWrong(String part, String replacement, int code) throws Exception {
        var changed = new ApiParameters(query().replace(part, replacement));
        assertThat(refusal(changed, NOW)).isEqualTo(code);
        assertThat(signature.rememberedNonces()).isZero();
    }

    @Test
    void forgetsNoncesWhoseTimestampsHaveExpired() throws Exception {
        signature.check(vector(), NOW);
        String later = Long.toString(NOW + 700);
        signature.check(
                new ApiParameters(
                        "AppId=1234567890&SignatureNonce=n&SignatureVersion=2.0&Timestamp="
                                + later
                                + "&Signature="
                                + ApiSignature.sign(APP, "n", SECRET, later)),
                NOW + 700);
        assertThat(signature.rememberedNonces()).isOne();
    }

    @Test
    void readsListsAndRefusesBrokenQueries() throws Exception {
        var parameters = new ApiParameters("UserId[]=a&UserId%5B%5D=b%20c&Mode=1");
        assertThat(parameters.number("Mode", 0, 0, 1)).isOne();
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> parameters.userIds(5))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ApiCode.BAD_PARAMETER));
        assertThat(new ApiParameters("UserId[]=a&UserId%5B%5D=b").userIds(5))
                .containsExactly("a", "b");
        assertThatExceptionOfType(ApiException.class).isThrownBy(() -> new ApiParameters("a=%zz"));
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> new ApiParameters("a=1&".repeat(101)));
    }

    private static String query() {
        return "AppId=1234567890&SignatureNonce=0123456789abcdef&Timestamp=1700000000"
                + "&SignatureVersion=2.0&Signature="
                + VECTOR;
    }

    private static ApiParameters vector() {
        try {
            return new ApiParameters(query());
        } catch (ApiException e) {
            throw new AssertionError(e);
        }
    }

    private int refusal(ApiParameters parameters, long now) {
        try {
            signature.check(parameters, now);
            return 0;
        } catch (ApiException e) {
            return e.code();
        }
    }
}
