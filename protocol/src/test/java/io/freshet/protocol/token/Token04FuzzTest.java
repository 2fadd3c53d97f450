package io.freshet.protocol.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.freshet.protocol.ErrorCode;
import io.freshet.protocol.json.JsonReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

class Token04FuzzTest {

    private static final String SECRET = "fa94dd0f974cf2e293728a526b028271";
    private static final JsonReader.Limits LIMITS = new JsonReader.Limits(10_000, 4);

    /// A token of anything is refused with a code, unless it is one.
    @FuzzTest
    void judgesAnyToken(byte[] data) {
        check(new String(data, StandardCharsets.UTF_8));
        check("04" + Base64.getEncoder().encodeToString(data));
    }

    /// What a holder of the secret may put inside is judged without surprises.
    @FuzzTest
    void judgesAnyInside(byte[] data) {
        String plain = new String(data, StandardCharsets.UTF_8);
        if (data.length < 10_000) {
            check(Token04.seal(plain, 1_700_003_600, SECRET, Token04.Mode.GCM, new byte[12]));
        }
    }

    @FuzzTest
    void readsAnyPayload(byte[] data) {
        try {
            RoomPayload payload =
                    RoomPayload.parse(new String(data, StandardCharsets.UTF_8), LIMITS);
            assertThat(RoomPayload.parse(payload.toJson(), LIMITS)).isEqualTo(payload);
        } catch (RoomPayload.FormatException e) {
            assertThat(e).hasMessageEndingWith(".");
        }
    }

    private static void check(String token) {
        TokenVerdict verdict = Token04.verify(token, SECRET, 1234567890, "demo", 1_700_000_000);
        if (verdict instanceof TokenVerdict.Refused(ErrorCode code, String sentence)) {
            assertThat(code.isSuccess()).isFalse();
            assertThat(sentence).endsWith(".");
        }
    }
}
